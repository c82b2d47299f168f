package tracker.booking.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.booking.BookingAsk;
import tracker.booking.BookingStatus;
import tracker.booking.BookingView;
import tracker.booking.Bookings;
import tracker.hotel.Hotels;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.People;

/**
 * Stays: those of the reader that come, those that are over, and, for who runs a hotel, what its
 * desk has to do today.
 */
@Named("bookingsPage")
@RequestScoped
public class BookingsPage {
  private static final int ROWS = 50;
  private static final PageAsk MANY = PageAsk.first(PageAsk.MAX_LIMIT);
  private static final BookingStatus[] OPEN = {BookingStatus.REQUESTED, BookingStatus.CONFIRMED};

  @Inject private Bookings bookings;
  @Inject private Hotels hotels;
  @Inject private Terms terms;
  @Inject private People people;
  @Inject private Asked asked;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private @Nullable List<Part> parts;
  private @Nullable Page<BookingView> past;
  private @Nullable Boolean desk;

  /**
   * A part of the page.
   *
   * @param word names it in texts and tests
   */
  public record Part(String word, List<BookingView> rows) {}

  /** {@code coming}, {@code past} or {@code desk}. */
  public String getTab() {
    String tab = asked.textOrNull("tab");
    return tab != null && (tab.equals("past") || tab.equals("desk") && isStaff()) ? tab : "coming";
  }

  /** Whether the reader runs a hotel. */
  public boolean isStaff() {
    if (desk == null) {
      desk = caller.isAdmin() || hotels.list(null, null, null, true, PageAsk.first(1)).total() > 0;
    }
    return desk;
  }

  /** The rows of the tab under their heads; heads without rows are left out. */
  public List<Part> getParts() {
    if (parts == null) {
      parts = found();
      people.meet(rows().map(BookingView::createdBy).toList());
    }
    return parts;
  }

  private List<Part> found() {
    LocalDate today = LocalDate.ofInstant(clock.now(), caller.zone());
    // in some hotel it may be tomorrow already
    LocalDate soon = today.plusDays(2);
    List<Part> all =
        switch (getTab()) {
          case "past" -> List.of(new Part("past", getPast().items()));
          case "desk" ->
              List.of(
                  part("requests", ask(null, null, false, BookingStatus.REQUESTED), one -> true),
                  part("arriving", ask(null, soon, false, BookingStatus.CONFIRMED), this::arrives),
                  part("leaving", ask(null, soon, false, BookingStatus.CHECKED_IN), this::leaves));
          default ->
              List.of(
                  part("here", ask(null, null, true, BookingStatus.CHECKED_IN), one -> true),
                  part("coming", ask(today.minusDays(1), null, true, OPEN), terms::isOpen));
        };
    return all.stream().filter(part -> !part.rows().isEmpty()).toList();
  }

  // the door gives the latest stay first, people ask for the next one
  private Part part(String word, BookingAsk ask, Predicate<BookingView> which) {
    List<BookingView> rows = new ArrayList<>(bookings.list(ask, MANY).items());
    rows.removeIf(which.negate());
    Collections.reverse(rows);
    return new Part(word, rows);
  }

  private boolean arrives(BookingView booking) {
    return terms.mayCheckIn(booking);
  }

  private boolean leaves(BookingView booking) {
    return !booking.checkOut().isAfter(terms.hotel(booking).today(clock.now()));
  }

  private static BookingAsk ask(
      @Nullable LocalDate from, @Nullable LocalDate to, boolean mine, BookingStatus... status) {
    return new BookingAsk(null, null, null, from, to, List.of(status), mine);
  }

  private Stream<BookingView> rows() {
    return getParts().stream().flatMap(part -> part.rows().stream());
  }

  /** How many rows the tab has. */
  public long getTotal() {
    return "past".equals(getTab()) ? getPast().total() : rows().count();
  }

  private Page<BookingView> getPast() {
    if (past == null) {
      past =
          bookings.list(
              ask(null, null, true, BookingStatus.CHECKED_OUT, BookingStatus.CANCELED),
              new PageAsk(asked.page(), ROWS, null));
    }
    return past;
  }

  /** What the bookings are for. */
  public List<UUID> getTasks() {
    return rows().map(BookingView::taskId).flatMap(Stream::ofNullable).toList();
  }

  /** Number of the following part, or 0 at the end. */
  public int getNext() {
    boolean more = "past".equals(getTab()) && (long) asked.page() * ROWS < getPast().total();
    return more ? asked.page() + 1 : 0;
  }

  /** Number of the part before, or 0 at the start. */
  public int getPrevious() {
    return asked.page() - 1;
  }
}
