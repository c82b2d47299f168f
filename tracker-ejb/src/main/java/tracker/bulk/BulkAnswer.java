package tracker.bulk;

import org.jspecify.annotations.Nullable;
import tracker.work.BulkResult;

/** What a bulk change answers: its result where it was done at once, else the job. */
public record BulkAnswer(@Nullable BulkResult result, @Nullable BulkView job) {}
