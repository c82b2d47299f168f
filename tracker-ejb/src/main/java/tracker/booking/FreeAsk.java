package tracker.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which free rooms are asked for; null and empty leave open.
 *
 * @param amenities all of which the room has, or its hotel
 */
public record FreeAsk(
    @Nullable UUID city,
    @Nullable UUID hotel,
    LocalDate checkIn,
    LocalDate checkOut,
    int guests,
    List<UUID> amenities) {}
