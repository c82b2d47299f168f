package tracker.booking.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.booking.BookingChange;
import tracker.booking.BookingView;
import tracker.booking.Bookings;
import tracker.booking.ChartView;
import tracker.booking.Charts;
import tracker.hotel.HotelProblem;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.hotel.RoomView;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Days;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** The tape chart of one hotel: rooms by days, for a week, two weeks or a month. */
@Named("chart")
@RequestScoped
public class ChartPage {
  private static final PageAsk MANY = PageAsk.first(PageAsk.MAX_LIMIT);
  private static final int WEEK = 7;
  private static final int HUNDRED = 100;

  @Inject private Charts charts;
  @Inject private Bookings bookings;
  @Inject private Hotels hotels;
  @Inject private ChartBars bars;
  @Inject private People people;
  @Inject private Clock clock;
  @Inject private Asked asked;
  @Inject private Days days;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable ChartView view;
  private @Nullable LocalDate today;
  private @Nullable List<Group> groups;
  private @Nullable List<HotelView> all;

  /** A day as a column. */
  public record Column(LocalDate day, String weekday, boolean weekend, boolean today) {}

  /** A room as a row. */
  public record Row(RoomView room, List<UUID> closedBy, List<Bar> bars) {}

  /**
   * Rooms that sleep as many.
   *
   * @param percent how much of these days is taken
   */
  public record Group(int capacity, long percent, List<Row> rows) {}

  /** Opens the chart of the address; without a key that of the first hotel, one's own first. */
  public void open() {
    if (shell.keyInAddress() == null && !getHotels().isEmpty()) {
      shell.go("/chart/" + getHotels().get(0).id());
    }
  }

  /** Whether the address names a hotel; without any there is nothing to show yet. */
  public boolean isChosen() {
    return shell.keyInAddress() != null;
  }

  /** The hotels to switch to, those first that the reader runs. */
  public List<HotelView> getHotels() {
    if (all == null) {
      all =
          Stream.concat(
                  hotels.list(null, null, null, true, MANY).items().stream(),
                  hotels.list(null, null, null, false, MANY).items().stream())
              .distinct()
              .toList();
    }
    return all;
  }

  public ChartView getView() {
    if (view == null) {
      LocalDate from = getFrom();
      view = charts.of(id(), from, from.plusDays(getMany()));
      people.meet(
          view.rows().stream()
              .flatMap(row -> row.taken().stream())
              .map(one -> one.whose())
              .toList());
    }
    return view;
  }

  private UUID id() {
    UUID id = Ids.parse(asked.key());
    if (id == null) {
      throw Problem.of(HotelProblem.HOTEL_NOT_FOUND);
    }
    return id;
  }

  /** {@code week}, {@code two} (weeks) or {@code month}. */
  public String getSpan() {
    String span = asked.textOrNull("span");
    return span != null && getSpans().contains(span) ? span : "two";
  }

  /** The spans to choose from. */
  public List<String> getSpans() {
    return List.of("week", "two", "month");
  }

  /** The first day: that of the address, else two days ago; of a month its first. */
  public LocalDate getFrom() {
    LocalDate from =
        Objects.requireNonNullElseGet(asked.dayOrNull("from"), () -> getToday().minusDays(2));
    return getSpan().equals("month") ? from.withDayOfMonth(1) : from;
  }

  private int getMany() {
    return switch (getSpan()) {
      case "week" -> WEEK;
      case "month" -> getFrom().lengthOfMonth();
      default -> 2 * WEEK;
    };
  }

  /** The day that it is in the hotel. */
  public LocalDate getToday() {
    if (today == null) {
      today = hotels.one(id()).today(clock.now());
    }
    return today;
  }

  /** The address with another first day or span. */
  public String address(LocalDate from, String span) {
    return shell.link("/chart/" + asked.key() + "?span=" + span + "&from=" + from);
  }

  public String getEarlier() {
    boolean month = getSpan().equals("month");
    return address(month ? getFrom().minusMonths(1) : getFrom().minusDays(getMany()), getSpan());
  }

  public String getLater() {
    return address(getFrom().plusDays(getMany()), getSpan());
  }

  public String getPresent() {
    return address(getToday().minusDays(getSpan().equals("month") ? 0 : 2), getSpan());
  }

  /** The same days under another span. */
  public String under(String span) {
    boolean fromMonth = getSpan().equals("month");
    return address(fromMonth && isTodayShown() ? getToday().minusDays(2) : getFrom(), span);
  }

  public List<Column> getColumns() {
    LocalDate now = getToday();
    boolean narrow = getSpan().equals("month");
    return getView()
        .from()
        .datesUntil(getView().to())
        .map(
            day ->
                new Column(
                    day,
                    day.equals(now) && !narrow ? words.get("time.today") : days.weekday(day),
                    day.getDayOfWeek() == DayOfWeek.SATURDAY
                        || day.getDayOfWeek() == DayOfWeek.SUNDAY,
                    day.equals(now)))
        .toList();
  }

  /** Where today stands among the columns; before or behind them where it is not shown. */
  public long getNow() {
    long days = ChronoUnit.DAYS.between(getView().from(), getToday());
    return Math.max(-1, Math.min(days, ChronoUnit.DAYS.between(getView().from(), getView().to())));
  }

  private boolean isTodayShown() {
    return !getToday().isBefore(getView().from()) && getToday().isBefore(getView().to());
  }

  /** Which of the first seven columns is a Saturday, from 0. */
  public int getSaturday() {
    int first = getView().from().getDayOfWeek().getValue();
    return Math.floorMod(DayOfWeek.SATURDAY.getValue() - first, WEEK);
  }

  /** The rooms by how many they sleep, the smallest first. */
  public List<Group> getGroups() {
    if (groups == null) {
      Map<Integer, List<ChartView.Row>> sorted = new TreeMap<>();
      for (ChartView.Row row : getView().rows()) {
        sorted.computeIfAbsent(row.room().capacity(), many -> new ArrayList<>()).add(row);
      }
      groups = sorted.entrySet().stream().map(one -> group(one.getKey(), one.getValue())).toList();
    }
    return groups;
  }

  private Group group(int capacity, List<ChartView.Row> rows) {
    long taken = rows.stream().mapToLong(row -> bars.nights(getView(), row)).sum();
    long most = (long) rows.size() * getView().from().datesUntil(getView().to()).count();
    List<Row> drawn =
        rows.stream()
            .map(row -> new Row(row.room(), row.closedBy(), bars.of(getView(), row)))
            .toList();
    return new Group(capacity, Math.round((double) HUNDRED * taken / most), drawn);
  }

  /** What the bookings are for, and what closes rooms. */
  public List<UUID> getTasks() {
    if (!isChosen()) {
      return List.of();
    }
    return getView().rows().stream()
        .flatMap(
            row ->
                Stream.concat(
                    row.closedBy().stream(),
                    row.taken().stream().flatMap(one -> Stream.ofNullable(one.taskId()))))
        .distinct()
        .toList();
  }

  /** Takes the booking that the request names to other days, or to another room. */
  public void move() {
    BookingChange change =
        new BookingChange(
            Optional.of(asked.id("room")),
            Optional.of(Asked.needed("check_in", asked.dayOrNull("from"))),
            Optional.of(Asked.needed("check_out", asked.dayOrNull("to"))),
            null,
            null,
            null);
    BookingView moved = bookings.change(asked.id("booking"), change, asked.number("version"));
    toasts.done(
        words.say(
            "lodging.moved", moved.roomNumber(), days.span(moved.checkIn(), moved.checkOut())));
    PrimeFaces.current().ajax().addCallbackParam("version", moved.version());
  }
}
