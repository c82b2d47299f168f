package tracker.job;

import java.util.UUID;

/** A job was added, in the transaction that it is fired in. */
record JobAdded(UUID id) {}
