package tracker.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.job.JobStatus;

/**
 * A file that comes in as a job, because it is long.
 *
 * @param done how many of its rows were looked at, of {@code total}
 * @param unchanged rows that say of their task what is so already
 * @param rejected the first 1,000 rows that became nothing, by their place
 * @param rejectedTotal how many those are in all
 * @param incomplete the first 1,000 rows of another tracker that came in without something
 * @param incompleteTotal how many those are in all
 * @param operationId by which all of it is taken back; null for a trial
 * @param dryRun whether this is a trial that changes nothing
 * @param columns what each column is read as
 * @param endedAt null until it is over
 */
public record LongImport(
    UUID id,
    JobStatus status,
    int done,
    int total,
    int created,
    int updated,
    int unchanged,
    List<ImportResult.Told> rejected,
    int rejectedTotal,
    List<ImportResult.Told> incomplete,
    int incompleteTotal,
    @Nullable UUID operationId,
    boolean dryRun,
    List<ImportResult.Column> columns,
    Instant createdAt,
    @Nullable Instant endedAt) {}
