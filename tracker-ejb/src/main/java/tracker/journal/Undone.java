package tracker.journal;

import java.util.List;
import java.util.UUID;

/**
 * What an undo did: how many entities went back, which did not, and the operation that the undo
 * itself is.
 */
public record Undone(int undone, List<Skipped> skipped, UUID operationId) {}
