package tracker.hotel;

import java.util.UUID;

/**
 * A room is about to be taken away, in the transaction that it is fired in. Who still needs it
 * refuses by a {@link tracker.shared.Problem}.
 */
public record RoomLeaves(UUID roomId, String number) {}
