package tracker.harness;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tracker.harness.People.Person;

/** Hotels and rooms made by REST, as fixtures of other tests. */
public final class Lodging {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final int LETTERS = 26;

  private Lodging() {}

  /** The code of a country that no other test uses. */
  public static String aCode() {
    String taken = People.admin().rest().get("/api/countries?limit=200").text();
    while (true) {
      int n = NEXT.getAndIncrement();
      StringBuilder code = new StringBuilder();
      for (int i = 0, rest = n + Product.RUN.hashCode() % 10_000 + 20_000; i < 3; i++) {
        code.append((char) ('A' + rest % LETTERS));
        rest /= LETTERS;
      }
      if (!taken.contains('"' + code.toString() + '"')) {
        return code.toString();
      }
    }
  }

  public static String country() {
    return made("countries", Map.of("name", "Country " + Work.aKey(), "code", aCode()));
  }

  public static String city() {
    return made("cities", Map.of("name", "City " + Work.aKey(), "country_id", country()));
  }

  public static String amenity() {
    return made("amenities", Map.of("name", "Amenity " + Work.aKey()));
  }

  /** A hotel in a city of its own. */
  public static String hotel(Map<String, Object> fields) {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put("name", "Hotel " + Work.aKey());
    body.computeIfAbsent("city_id", name -> city());
    return made("hotels", body);
  }

  /** A hotel that these people run. */
  public static String hotelOf(Person... managers) {
    return hotel(Map.of("manager_ids", List.of(managers).stream().map(Person::id).toList()));
  }

  /** A room for two at 100.00 a night. */
  public static String room(String hotel) {
    return room(hotel, Map.of());
  }

  public static String room(String hotel, Map<String, Object> fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("hotel_id", hotel);
    body.put("number", "N" + NEXT.getAndIncrement());
    body.put("capacity", 2);
    body.put("price_amount", 100);
    body.put("price_currency", "EUR");
    body.putAll(fields);
    return made("rooms", body);
  }

  /** So many days after today. */
  public static String day(int after) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(after).toString();
  }

  /** What it takes to book a room from so many days after today for so many nights. */
  public static Map<String, Object> stay(String room, int after, int nights) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("room_id", room);
    body.put("check_in", day(after));
    body.put("check_out", day(after + nights));
    return body;
  }

  private static String made(String nouns, Map<String, Object> body) {
    String id = People.admin().rest().post("/api/" + nouns, body).is(201).field("id");
    return UUID.fromString(id).toString();
  }
}
