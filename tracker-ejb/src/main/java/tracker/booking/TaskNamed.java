package tracker.booking;

import java.util.UUID;

/**
 * A booking is about to name a task, in the transaction that it is fired in. Who knows tasks
 * refuses one that the caller does not see, by a {@link tracker.shared.Problem}.
 */
public record TaskNamed(UUID taskId) {}
