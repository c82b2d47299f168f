package tracker.work;

import java.util.List;
import java.util.UUID;
import tracker.journal.Skipped;

/**
 * What a bulk change did: how many tasks it changed, which it left alone and why, and the operation
 * to undo.
 */
public record BulkResult(int updated, List<Skipped> skipped, UUID operationId) {}
