package tracker.calendar;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tracker.booking.BookingAsk;
import tracker.booking.BookingStatus;
import tracker.booking.BookingView;
import tracker.booking.Bookings;
import tracker.hotel.Hotels;
import tracker.hotel.RoomView;
import tracker.hotel.Rooms;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Texts;
import tracker.work.TaskAsk;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** What stands in calendars. */
@Dependent
class Entries {
  /** So many parts of a list are read at most. */
  private static final int PARTS = 10;

  private static final List<String> OPEN = List.of("todo", "in_progress");
  private static final List<String> LIVING = List.of("todo", "in_progress", "done");

  @EJB private Bookings bookings;
  @EJB private Hotels hotels;
  @EJB private Rooms rooms;
  @EJB private Tasks tasks;
  @EJB private Accounts accounts;
  @Inject private Caller caller;

  /** The caller's own. */
  CalendarView own(LocalDate from, LocalDate to) {
    return new CalendarView(stays(from, to), due(OPEN, null, from, to));
  }

  /** The caller's own, also what is done; of a project all that is due in it. */
  CalendarView shown(LocalDate from, LocalDate to, @Nullable String project) {
    List<BookingView> stays = project == null ? stays(from, to) : List.of();
    return new CalendarView(stays, due(LIVING, project, from, to));
  }

  private List<BookingView> stays(LocalDate from, LocalDate to) {
    return all(part -> bookings.list(BookingAsk.mine(from, to), part));
  }

  /** Tasks that are due in these days: of a project, or the caller's where it is null. */
  private List<TaskView> due(
      List<String> status, @Nullable String project, LocalDate from, LocalDate to) {
    TaskAsk due =
        new TaskAsk(
            status,
            List.of(),
            List.of(),
            project == null ? caller.id() : null,
            false,
            null,
            project,
            null,
            to.atStartOfDay(caller.zone()).toInstant(),
            from.atStartOfDay(caller.zone()).toInstant(),
            null,
            "due_at",
            false);
    return all(part -> tasks.list(due, part));
  }

  String written(CalendarView view) {
    Texts texts = Texts.in(caller.locale());
    Ics ics = new Ics(texts.say("calendar.own", caller.signedIn().name()));
    for (BookingView one : view.bookings()) {
      String what = texts.say("calendar.stay", one.hotelName(), one.roomNumber());
      ics.days(one.id(), one.updatedAt(), one.checkIn(), one.checkOut(), what);
    }
    for (TaskView one : view.tasks()) {
      Instant due = one.dueAt();
      if (due != null) {
        ics.moment(one.id(), one.updatedAt(), due, one.key() + " " + one.title());
      }
    }
    return ics.written();
  }

  /** Who sleeps in a room; unknown to those who do not run the hotel any more. */
  String written(UUID id, LocalDate from, LocalDate to) {
    RoomView room = rooms.held(id).orElseThrow(Calendars::unknown);
    if (!hotels.one(room.hotelId()).isRunBy(caller)) {
      throw Calendars.unknown();
    }
    Texts texts = Texts.in(caller.locale());
    Ics ics = new Ics(texts.say("calendar.room", room.hotelName(), room.number()));
    List<BookingStatus> taken = BookingAsk.mine(from, to).status();
    BookingAsk ask = new BookingAsk(id, null, null, from, to, taken, false);
    for (BookingView one : all(part -> bookings.list(ask, part))) {
      String guest = accounts.names(List.of(one.createdBy())).getOrDefault(one.createdBy(), "");
      ics.days(one.id(), one.updatedAt(), one.checkIn(), one.checkOut(), guest);
    }
    return ics.written();
  }

  private static <T> List<T> all(Function<PageAsk, Page<T>> list) {
    List<T> all = new ArrayList<>();
    @Nullable String next = null;
    for (int i = 0; i < PARTS && (i == 0 || next != null); i++) {
      Page<T> part = list.apply(new PageAsk(1, PageAsk.MAX_LIMIT, next));
      all.addAll(part.items());
      next = part.next();
    }
    return all;
  }
}
