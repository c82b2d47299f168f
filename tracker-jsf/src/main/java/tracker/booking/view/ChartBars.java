package tracker.booking.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tracker.booking.BookingStatus;
import tracker.booking.ChartView;
import tracker.hotel.HotelView;
import tracker.shared.Clock;
import tracker.shared.view.Days;
import tracker.shared.view.People;
import tracker.shared.view.Words;

/** Makes bars of stays. */
@RequestScoped
class ChartBars {
  private static final int LONGEST_LABEL = 80;

  @Inject private People people;
  @Inject private Clock clock;
  @Inject private Days days;
  @Inject private Words words;

  /** The bars of a room, the first arrival first. */
  List<Bar> of(ChartView view, ChartView.Row row) {
    return row.taken().stream().map(one -> bar(view, row, one)).toList();
  }

  /** How many nights of the chart a room is taken. */
  long nights(ChartView view, ChartView.Row row) {
    return row.taken().stream()
        .mapToLong(
            one ->
                Math.max(
                    0,
                    ChronoUnit.DAYS.between(
                        later(view.from(), one.checkIn()), earlier(view.to(), one.checkOut()))))
        .sum();
  }

  private Bar bar(ChartView view, ChartView.Row row, ChartView.Taken one) {
    int last = 2 * (int) ChronoUnit.DAYS.between(view.from(), view.to());
    int from = 2 * (int) ChronoUnit.DAYS.between(view.from(), one.checkIn()) + 1;
    int to = 2 * (int) ChronoUnit.DAYS.between(view.from(), one.checkOut()) + 1;
    int at = Math.max(0, from);
    BookingStatus status = one.status();
    String kind = status == null ? "taken" : status.word();
    String label = label(one);
    String told =
        words.say("lodging.bar", row.room().number(), label)
            + ", "
            + days.span(one.checkIn(), one.checkOut())
            + ", "
            + words.get("lodging.status." + kind);
    return new Bar(
        one.id(), one, at, Math.min(last, to) - at, kind, label, told, isMovable(view, one));
  }

  private String label(ChartView.Taken one) {
    String note = one.note();
    if (note != null && !note.isBlank()) {
      String first = note.strip().lines().findFirst().orElse("");
      return first.length() > LONGEST_LABEL ? first.substring(0, LONGEST_LABEL) + "…" : first;
    }
    return one.id() == null ? words.get("lodging.status.taken") : people.name(one.whose());
  }

  private boolean isMovable(ChartView view, ChartView.Taken one) {
    BookingStatus status = one.status();
    if (one.id() == null || status == null) {
      return false;
    }
    HotelView hotel = view.hotel();
    LocalDate last = one.checkIn().minusDays(hotel.freeCancelDays());
    boolean inTime = view.run() || !hotel.today(clock.now()).isAfter(last);
    return inTime
        && (status == BookingStatus.REQUESTED
            || status == BookingStatus.CONFIRMED
            || status == BookingStatus.CHECKED_IN);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
