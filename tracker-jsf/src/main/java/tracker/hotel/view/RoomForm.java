package tracker.hotel.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.hotel.DatedPrice;
import tracker.hotel.HotelProblem;
import tracker.hotel.NewRoom;
import tracker.hotel.RoomChange;
import tracker.hotel.RoomView;
import tracker.hotel.Rooms;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** What is said of a room, of a new one of a hotel and of the one in the address. */
@Named("roomForm")
@RequestScoped
public class RoomForm {
  @Inject private Rooms rooms;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable RoomView room;
  private @Nullable String number;
  private @Nullable Integer capacity;
  private @Nullable BigDecimal price;
  private @Nullable String currency;
  private @Nullable List<String> has;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private @Nullable BigDecimal amount;

  /** The room in the address. */
  public RoomView getRoom() {
    if (room == null) {
      UUID id = Ids.parse(asked.key());
      if (id == null) {
        throw Problem.of(HotelProblem.ROOM_NOT_FOUND);
      }
      room = rooms.one(id);
    }
    return room;
  }

  // the page of a hotel has the form for a new one
  private Optional<RoomView> there() {
    return shell.here().startsWith("/room/") ? Optional.of(getRoom()) : Optional.empty();
  }

  /** Adds a room to the hotel that the request names. */
  public void create() {
    RoomView made =
        rooms.create(
            new NewRoom(
                asked.id("hotel"),
                Asked.needed("number", number),
                Asked.needed("capacity", capacity),
                Asked.needed("price_amount", price),
                Asked.needed("price_currency", currency),
                null,
                null));
    toasts.done(words.say("rooms.created", made.number()));
    shell.again();
  }

  /** Saves what the form says of the room in the address. */
  public void save() {
    change(
        new RoomChange(
            Optional.of(Asked.needed("number", number)),
            Optional.of(Asked.needed("capacity", capacity)),
            Optional.of(Asked.needed("price_amount", price)),
            Optional.of(Asked.needed("price_currency", currency)),
            Optional.of(HotelForm.ids(has)),
            null));
  }

  /** Adds a price for some nights of the room in the address. */
  public void addPrice() {
    DatedPrice wanted =
        new DatedPrice(
            Asked.needed("from", from), Asked.needed("to", to), Asked.needed("amount", amount));
    if (wanted.to().isBefore(wanted.from())) {
      throw Problem.invalid("to", "invalid.dates_reversed");
    }
    prices(Stream.concat(getRoom().prices().stream(), Stream.of(wanted)).toList());
  }

  /** Takes the price away that begins on the day which the request names. */
  public void dropPrice() {
    LocalDate first = asked.dayOrNull("from");
    prices(getRoom().prices().stream().filter(one -> !one.from().equals(first)).toList());
  }

  private void prices(List<DatedPrice> prices) {
    change(new RoomChange(null, null, null, null, null, Optional.of(prices)));
  }

  private void change(RoomChange wanted) {
    rooms.change(getRoom().id(), wanted, asked.number("version"));
    toasts.done(words.get("toast.saved"));
    shell.again();
  }

  /** Takes the room in the address away. */
  public void delete() {
    RoomView gone = getRoom();
    rooms.delete(gone.id(), null);
    toasts.done(words.say("rooms.deleted", gone.number()));
    toasts.andGo("/hotel/" + gone.hotelId());
  }

  public @Nullable String getNumber() {
    return number == null ? there().map(RoomView::number).orElse(null) : number;
  }

  public void setNumber(@Nullable String number) {
    this.number = number;
  }

  public @Nullable Integer getCapacity() {
    return capacity == null ? there().map(RoomView::capacity).orElse(null) : capacity;
  }

  public void setCapacity(@Nullable Integer capacity) {
    this.capacity = capacity;
  }

  public @Nullable BigDecimal getPrice() {
    return price == null ? there().map(RoomView::priceAmount).orElse(null) : price;
  }

  public void setPrice(@Nullable BigDecimal price) {
    this.price = price;
  }

  public @Nullable String getCurrency() {
    return currency == null ? there().map(RoomView::priceCurrency).orElse(null) : currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = currency;
  }

  public @Nullable List<String> getHas() {
    return has == null
        ? new ArrayList<>(
            there().map(RoomView::amenityIds).orElse(List.of()).stream()
                .map(UUID::toString)
                .toList())
        : has;
  }

  public void setHas(@Nullable List<String> has) {
    this.has = has;
  }

  public @Nullable LocalDate getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDate from) {
    this.from = from;
  }

  public @Nullable LocalDate getTo() {
    return to;
  }

  public void setTo(@Nullable LocalDate to) {
    this.to = to;
  }

  public @Nullable BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(@Nullable BigDecimal amount) {
    this.amount = amount;
  }
}
