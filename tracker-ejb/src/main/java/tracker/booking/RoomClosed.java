package tracker.booking;

import java.util.List;
import java.util.UUID;

/**
 * Somebody wants a room that is closed, and is about to be refused. Who knows the tasks behind that
 * may refuse with better words, by a {@link tracker.shared.Problem}.
 */
public record RoomClosed(String roomNumber, List<UUID> taskIds) {}
