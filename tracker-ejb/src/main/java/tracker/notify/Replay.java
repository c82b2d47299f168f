package tracker.notify;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which failed messages are to be sent again: those that failed from one moment to another. */
public record Replay(
    @NotNull(message = "{invalid.required}") Instant from,
    @NotNull(message = "{invalid.required}") Instant to,
    @Nullable JobType type) {}
