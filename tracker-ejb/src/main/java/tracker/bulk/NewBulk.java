package tracker.bulk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change for many tasks.
 *
 * @param ids 1 to 500 of them, or
 * @param q a query that finds at most 10,000
 * @param dryRun only finds out what would change
 */
public record NewBulk(
    @Nullable List<@NotNull(message = "{invalid.required}") UUID> ids,
    @Nullable String q,
    @NotNull(message = "{invalid.required}") @Valid BulkSet set,
    @Nullable Boolean dryRun) {}
