package tracker.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of a webhook: null leaves; only the project can be cleared. */
public record WebhookChange(
    @Nullable Optional<@Size(max = 2000, message = "{invalid.size}") String> url,
    @Nullable
        Optional<
            @Size(min = 1, max = 50, message = "{invalid.count}") List<
                @NotNull(message = "{invalid.required}") String>>
        events,
    @Nullable Optional<String> project,
    @Nullable Optional<Boolean> active) {}
