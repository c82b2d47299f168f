package tracker.link;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made from a task.
 *
 * @param taskId id or key of the other task
 * @param direction {@code inward} turns it round: the other task blocks this one; outward where
 *     absent
 */
public record NewLink(
    @NotNull(message = "{invalid.required}") LinkType type,
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 100, message = "{invalid.size}")
        String taskId,
    @Nullable Direction direction) {}
