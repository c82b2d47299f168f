package tracker.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/**
 * A thing outside the tracker that a task is about, known only by its kind and id (a room, a
 * booking).
 */
public record Ref(
    @NotNull(message = "{invalid.required}")
        @Pattern(regexp = "[a-z][a-z_]{0,29}", message = "{invalid.ref_type}")
        String type,
    @NotNull(message = "{invalid.required}") UUID id) {}
