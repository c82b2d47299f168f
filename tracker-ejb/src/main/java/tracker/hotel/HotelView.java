package tracker.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;

/**
 * A hotel.
 *
 * @param timeZone where its days begin and end
 * @param longestStay in nights; null: a year
 * @param approval whether somebody of the hotel looks at each booking first
 * @param freeCancelDays until so many days before the first night guests change and cancel by
 *     themselves
 * @param managerIds accounts that run it
 * @param projectId where its work is done
 * @param cleaning whether a check-out raises a task there
 */
public record HotelView(
    UUID id,
    String name,
    UUID cityId,
    String cityName,
    String countryName,
    @Nullable String address,
    @Nullable String description,
    List<UUID> amenityIds,
    String timeZone,
    @Nullable Integer longestStay,
    boolean approval,
    int freeCancelDays,
    List<UUID> managerIds,
    @Nullable UUID projectId,
    boolean cleaning,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  /** Whether somebody may change it, its rooms and their bookings. */
  public boolean isRunBy(Caller who) {
    return who.isAdmin() || managerIds.contains(who.idOrNull());
  }

  /** The day that it is there. */
  public LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneId.of(timeZone));
  }
}
