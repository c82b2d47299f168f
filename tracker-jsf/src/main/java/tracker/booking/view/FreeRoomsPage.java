package tracker.booking.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.booking.Availability;
import tracker.booking.FreeAsk;
import tracker.booking.FreeRoom;
import tracker.hotel.Amenities;
import tracker.hotel.AmenityView;
import tracker.hotel.Cities;
import tracker.hotel.CityView;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Words;

/**
 * Free rooms, as the address asks for them: where, from when to when, for how many, with what.
 * Without dates it is tonight.
 */
@Named("freeRooms")
@RequestScoped
public class FreeRoomsPage {
  private static final int ROWS = 30;
  private static final int SUGGESTED = 100;
  private static final int MOST_GUESTS = 100;

  @Inject private Availability availability;
  @Inject private Cities cities;
  @Inject private Hotels hotels;
  @Inject private Amenities amenities;
  @Inject private Asked asked;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Words words;

  private @Nullable Page<FreeRoom> page;
  private @Nullable String wrong;
  private @Nullable List<AmenityView> known;

  private record Place(@Nullable UUID city, @Nullable UUID hotel) {}

  /** The cheapest first; none where the question is wrong, which {@link #getWrong} tells. */
  public Page<FreeRoom> getPage() {
    if (page == null) {
      page = found();
    }
    return page;
  }

  private Page<FreeRoom> found() {
    PageAsk part = new PageAsk(asked.page(), ROWS, null);
    String where = getWhere();
    Optional<Place> place = place(where);
    if (where != null && place.isEmpty()) {
      wrong = words.say("lodging.no_place", where);
      return none();
    }
    try {
      FreeAsk ask =
          new FreeAsk(
              place.map(Place::city).orElse(null),
              place.map(Place::hotel).orElse(null),
              getCheckIn(),
              getCheckOut(),
              getGuests(),
              asked.ids("amenity"));
      return availability.free(ask, part);
    } catch (Problem problem) {
      wrong = words.say(problem.fields().values().stream().findFirst().orElseGet(problem::text));
      return none();
    }
  }

  private static Page<FreeRoom> none() {
    return new Page<>(List.of(), 1, ROWS, 0, null);
  }

  // the city of this name, else the hotel, else the first that has it as a part
  private Optional<Place> place(@Nullable String text) {
    if (text == null) {
      return Optional.of(new Place(null, null));
    }
    List<CityView> towns = cities.list(text, null, PageAsk.first(SUGGESTED)).items();
    List<HotelView> houses = hotels.list(text, null, null, false, PageAsk.first(SUGGESTED)).items();
    Comparator<String> exactFirst =
        Comparator.comparing((String name) -> !name.equalsIgnoreCase(text));
    Optional<CityView> town = towns.stream().min(Comparator.comparing(CityView::name, exactFirst));
    Optional<HotelView> house =
        houses.stream().min(Comparator.comparing(HotelView::name, exactFirst));
    boolean houseIsMeant =
        house.filter(one -> one.name().equalsIgnoreCase(text)).isPresent()
            && town.filter(one -> one.name().equalsIgnoreCase(text)).isEmpty();
    Optional<Place> inTown = town.map(one -> new Place(one.id(), null));
    Optional<Place> inHouse = house.map(one -> new Place(null, one.id()));
    return houseIsMeant ? inHouse : inTown.or(() -> inHouse);
  }

  /** Why nothing was looked for, or null. */
  public @Nullable String getWrong() {
    getPage();
    return wrong;
  }

  /** Names of cities and hotels, to be suggested. */
  public List<String> getPlaces() {
    Stream<String> towns =
        cities.list(null, null, PageAsk.first(SUGGESTED)).items().stream().map(CityView::name);
    Stream<String> houses =
        hotels.list(null, null, null, false, PageAsk.first(SUGGESTED)).items().stream()
            .map(HotelView::name);
    return Stream.concat(towns, houses).distinct().toList();
  }

  /** Whether there is no hotel at all yet. */
  public boolean isBlank() {
    return getPage().total() == 0
        && hotels.list(null, null, null, false, PageAsk.first(1)).total() == 0;
  }

  /** What pictures may be of: the rooms and their hotels. */
  public List<UUID> getPictured() {
    List<UUID> ids = new ArrayList<>(getPage().items().stream().map(FreeRoom::id).toList());
    ids.addAll(getPage().items().stream().map(FreeRoom::hotelId).toList());
    return ids;
  }

  /** What a room has, in words. */
  public String amenities(List<UUID> ids) {
    return String.join(
        " · ",
        getAmenities().stream()
            .filter(one -> ids.contains(one.id()))
            .map(AmenityView::name)
            .toList());
  }

  public List<AmenityView> getAmenities() {
    if (known == null) {
      known = amenities.list(null, PageAsk.first(PageAsk.MAX_LIMIT)).items();
    }
    return known;
  }

  /** Whether rooms without this are left out. */
  public boolean isWanted(AmenityView one) {
    return asked.ids("amenity").contains(one.id());
  }

  public int getWanted() {
    return asked.ids("amenity").size();
  }

  public @Nullable String getWhere() {
    return asked.textOrNull("where");
  }

  public LocalDate getCheckIn() {
    LocalDate day = asked.dayOrNull("check_in");
    return day == null ? getToday() : day;
  }

  public LocalDate getCheckOut() {
    LocalDate day = asked.dayOrNull("check_out");
    return day == null ? getCheckIn().plusDays(1) : day;
  }

  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.now(), caller.zone());
  }

  /** How many will sleep there; what is no number counts as one. */
  public int getGuests() {
    String text = asked.textOrNull("guests");
    int many = text != null && text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 1;
    return Math.min(Math.max(1, many), MOST_GUESTS);
  }

  /** The task that the trip is for, or null. */
  public @Nullable UUID getTask() {
    return Ids.parse(asked.textOrNull("task"));
  }

  /** What is asked for, as an address has it, for other parts of the answer. */
  public String getQuery() {
    StringBuilder query = new StringBuilder();
    add(query, "where", getWhere());
    add(query, "check_in", getCheckIn().toString());
    add(query, "check_out", getCheckOut().toString());
    add(query, "guests", Integer.toString(getGuests()));
    add(query, "task", asked.textOrNull("task"));
    for (UUID one : asked.ids("amenity")) {
      add(query, "amenity", one.toString());
    }
    return query.toString();
  }

  private static void add(StringBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
          .append('&');
    }
  }

  /** Number of the following part, or 0 at the end. */
  public int getNext() {
    return (long) asked.page() * ROWS < getPage().total() ? asked.page() + 1 : 0;
  }

  /** Number of the part before, or 0 at the start. */
  public int getPrevious() {
    return asked.page() - 1;
  }
}
