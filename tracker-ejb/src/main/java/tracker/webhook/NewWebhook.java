package tracker.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to be called.
 *
 * @param events what is told: {@code task.created}, {@code task.*}, {@code *}
 * @param project key or id; null: all that the owner sees
 * @param active false: begins paused; null: true
 */
public record NewWebhook(
    @NotNull(message = "{invalid.required}") @Size(max = 2000, message = "{invalid.size}")
        String url,
    @NotNull(message = "{invalid.required}") @Size(min = 1, max = 50, message = "{invalid.count}")
        List<@NotNull(message = "{invalid.required}") String> events,
    @Nullable String project,
    @Nullable Boolean active) {}
