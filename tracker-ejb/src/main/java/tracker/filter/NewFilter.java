package tracker.filter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tracker.query.Query;

/**
 * A filter to be kept.
 *
 * @param query see {@link Query}
 * @param shared whether everybody sees it; absent is no
 * @param pinned whether its owner has it at hand at once; absent is no
 */
public record NewFilter(
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 100, message = "{invalid.size}")
        String name,
    @NotBlank(message = "{invalid.required}")
        @Size(min = 1, max = Query.LONGEST, message = "{invalid.size}")
        String query,
    @Nullable Boolean shared,
    @Nullable Boolean pinned) {}
