package tracker.demo;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.booking.Bookings;
import tracker.booking.NewBooking;
import tracker.hotel.Amenities;
import tracker.hotel.Cities;
import tracker.hotel.Countries;
import tracker.hotel.CountryView;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.hotel.NewAmenity;
import tracker.hotel.NewCity;
import tracker.hotel.NewCountry;
import tracker.hotel.NewHotel;
import tracker.hotel.NewRoom;
import tracker.hotel.Rooms;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.PageAsk;
import tracker.shared.Texts;
import tracker.work.NewTask;
import tracker.work.Ref;
import tracker.work.Tasks;

/** Three hotels with rooms, guests and a room that is out of service. */
@Dependent
class DemoHotels {
  private static final List<String> ZONES =
      List.of("Europe/Lisbon", "Europe/Moscow", "Asia/Tbilisi");
  private static final List<String> CODES = List.of("PT", "RU", "GE");
  private static final List<String> CURRENCIES = List.of("EUR", "RUB", "GEL");
  private static final List<Integer> PRICES = List.of(95, 7200, 240);
  private static final int FLOORS = 2;
  private static final int ROOMS = 4;

  @EJB private Countries countries;
  @EJB private Cities cities;
  @EJB private Amenities amenities;
  @EJB private Hotels hotels;
  @EJB private Rooms rooms;
  @EJB private Bookings bookings;
  @EJB private Tasks tasks;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** Makes them, unless there are hotels already; their work is done in this project. */
  void load(UUID project, String key, Texts words) {
    if (hotels.list(null, null, null, false, PageAsk.first(1)).total() > 0) {
      return;
    }
    UUID sauna = amenity(words.say("demo.amenity.0"));
    UUID breakfast = amenity(words.say("demo.amenity.1"));
    for (int place = 0; place < CODES.size(); place++) {
      UUID city =
          cities
              .create(
                  new NewCity(
                      words.say("demo.city." + place),
                      country(CODES.get(place), words.say("demo.country." + place))))
              .id();
      HotelView hotel = hotel(place, city, breakfast, project, words);
      fill(hotel, place, sauna, key, words);
    }
  }

  private UUID country(String code, String name) {
    return countries.list(null, PageAsk.first(PageAsk.MAX_LIMIT)).items().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .map(CountryView::id)
        .orElseGet(() -> countries.create(new NewCountry(name, code)).id());
  }

  private UUID amenity(String name) {
    return amenities.list(name, PageAsk.first(1)).items().stream()
        .findFirst()
        .map(one -> one.id())
        .orElseGet(() -> amenities.create(new NewAmenity(name)).id());
  }

  private HotelView hotel(int place, UUID city, UUID amenity, UUID project, Texts words) {
    return hotels.create(
        new NewHotel(
            words.say("demo.hotel." + place),
            city,
            words.say("demo.address." + place),
            words.say("demo.about." + place),
            List.of(amenity),
            ZONES.get(place),
            null,
            place == 2,
            place,
            List.of(),
            project,
            true));
  }

  private void fill(HotelView hotel, int place, UUID amenity, String key, Texts words) {
    LocalDate today = hotel.today(clock.now());
    for (int n = 0; n < FLOORS * ROOMS; n++) {
      String number = Integer.toString(100 * (1 + n / ROOMS) + 1 + n % ROOMS);
      UUID room =
          rooms
              .create(
                  new NewRoom(
                      hotel.id(),
                      number,
                      1 + n % 3,
                      BigDecimal.valueOf(PRICES.get(place) * (10L + n)).movePointLeft(1),
                      CURRENCIES.get(place),
                      n % 2 == 0 ? List.of(amenity) : List.of(),
                      null))
              .id();
      if (n == 0 && place == 0) {
        tasks.create(closed(room, number, key, words));
      } else if (n % 2 == 0) {
        book(room, today.plusDays(n), 2 + n % 3, words.say("demo.guest." + n / 2));
      }
    }
  }

  private void book(UUID room, LocalDate from, int nights, String guest) {
    bookings.create(new NewBooking(room, from, from.plusDays(nights), 1, guest, null));
  }

  private NewTask closed(UUID room, String number, String key, Texts words) {
    @Nullable String none = null;
    return new NewTask(
        words.say("demo.closed", number),
        none,
        none,
        null,
        null,
        caller.id(),
        null,
        key,
        none,
        "out_of_service",
        List.of(new Ref("room", room)));
  }
}
