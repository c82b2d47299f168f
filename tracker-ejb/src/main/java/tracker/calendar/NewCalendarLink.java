package tracker.calendar;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made.
 *
 * @param roomId a room of a hotel that the caller runs; absent: the caller's own calendar
 */
public record NewCalendarLink(@Nullable UUID roomId) {}
