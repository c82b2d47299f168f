package tracker.booking;

import java.util.List;
import tracker.identity.Caller;

/** The condition, in SQL, for the bookings that a caller sees, for statements that list by it. */
public final class BookingsSeen {
  private BookingsSeen() {}

  /** Rows of {@code booking.booking} under this name, removed ones too; adds what it takes. */
  public static String rows(Caller caller, String name, List<Object> args) {
    if (caller.isAdmin()) {
      return "true";
    }
    args.add(caller.id());
    args.add(caller.id());
    return "("
        + name
        + ".created_by = ? or "
        + name
        + ".hotel_id in (select g.id from hotel.hotel g where g.manager_ids @> array[?::uuid]))";
  }
}
