package tracker.journal;

import java.util.List;
import java.util.UUID;

/**
 * These tasks, comments and files came from another instance, in the transaction that it is fired
 * in. Nothing happened to them here, so nobody is told of changes.
 */
public record Arrived(List<UUID> ids) {}
