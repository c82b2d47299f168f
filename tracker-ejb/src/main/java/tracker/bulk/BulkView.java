package tracker.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.job.JobStatus;
import tracker.journal.Skipped;

/**
 * A bulk change that is a job.
 *
 * @param done how many tasks were looked at, of {@code total}
 * @param updated how many of them changed
 * @param skipped those that did not because something refused it
 * @param operationId what undo takes back as a whole
 * @param endedAt null until it is over
 */
public record BulkView(
    UUID id,
    JobStatus status,
    int done,
    int total,
    int updated,
    List<Skipped> skipped,
    UUID operationId,
    Instant createdAt,
    @Nullable Instant endedAt) {}
