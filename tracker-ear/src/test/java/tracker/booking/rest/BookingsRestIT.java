package tracker.booking.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Lodging;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;

/** Bookings over REST. */
class BookingsRestIT {
  private static final String HOTEL = Lodging.hotelOf(People.named("Rita Manager"));
  private final Rest admin = People.admin().rest();
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Rest desk = People.named("Rita Manager").rest();
  private final String room = Lodging.room(HOTEL);

  private Answer booked(Person who, int after, int nights) {
    return who.rest().post("/api/bookings", Lodging.stay(room, after, nights)).is(201);
  }

  private static String path(Answer booking) {
    return "/api/bookings/" + booking.field("id");
  }

  private static String day(int after) {
    return Lodging.day(after);
  }

  private static Answer undone(Rest who, Answer change) {
    return who.post("/api/operations/" + change.header("X-Operation-Id") + "/undo", null).is(200);
  }

  @Test
  void of_twenty_who_want_the_same_nights_at_once_one_gets_them() {
    List<Answer> answers =
        Parallel.times(
            20,
            turn ->
                anna.rest().post("/api/bookings", Lodging.stay(room, 10 + turn % 3, 3 + turn % 2)));
    assertEquals(1, answers.stream().filter(one -> one.status() == 201).count());
    answers.stream()
        .filter(one -> one.status() != 201)
        .forEach(one -> one.refuses(409, "BOOKING_OVERLAP"));
  }

  @Test
  void a_booking_is_made_read_changed_and_deleted() {
    Map<String, Object> body = Lodging.stay(room, 20, 2);
    body.put("guests", 2);
    body.put("note", "A quiet one, please");
    Answer made = anna.rest().post("/api/bookings", body).is(201);
    assertEquals(path(made), made.header("Location"));
    assertEquals("confirmed", made.field("status"));
    assertEquals(200.0, made.at("/price_total").asDouble());
    assertEquals("EUR", made.field("price_currency"));
    assertEquals("2", made.field("nights"));
    assertEquals(HOTEL, made.field("hotel_id"));
    assertEquals(anna.id(), made.field("created_by"));
    anna.rest().with("If-None-Match", "\"1\"").get(path(made)).is(304);
    Answer changed =
        anna.rest()
            .with("If-Match", "\"1\"")
            .patch(path(made), Map.of("check_out", day(25)))
            .is(200);
    assertEquals(500.0, changed.at("/price_total").asDouble());
    Answer stale = anna.rest().with("If-Match", "\"1\"").patch(path(made), Map.of("guests", 1));
    assertEquals("5", stale.refuses(412, "STALE").at("/current/nights").asText());
    assertEquals("2", anna.rest().patch(path(made), Map.of("guests", 2)).field("version"));
    undone(anna.rest(), changed);
    Answer back = anna.rest().get(path(made)).is(200);
    assertEquals("2", back.field("nights"));
    assertEquals(200.0, back.at("/price_total").asDouble());
    JsonNode history = anna.rest().get(path(made) + "/history").is(200).at("/items");
    assertEquals("created", history.get(history.size() - 1).path("field").asText());
    Answer deleted = anna.rest().delete(path(made)).is(204);
    anna.rest().get(path(made)).refuses(404, "BOOKING_NOT_FOUND");
    undone(anna.rest(), deleted);
    anna.rest().get(path(made)).is(200);
    anna.rest().delete(path(made)).is(204);
    booked(boris, 20, 1);
    assertEquals("BOOKING_OVERLAP", undone(anna.rest(), deleted).at("/skipped/0/code").asText());
  }

  @Test
  void the_day_of_departure_is_free_for_the_next_arrival() {
    Answer first = booked(anna, 30, 2);
    booked(boris, 32, 2);
    booked(boris, 29, 1);
    boris.rest().post("/api/bookings", Lodging.stay(room, 31, 1)).refuses(409, "BOOKING_OVERLAP");
    anna.rest().patch(path(first), Map.of("check_out", day(33))).refuses(409, "BOOKING_OVERLAP");
    anna.rest().post(path(first) + "/cancel", null).is(200);
    booked(boris, 30, 2);
  }

  @Test
  void what_breaks_a_rule_is_told_with_its_reason() {
    Rest rest = anna.rest();
    rest.post("/api/bookings", Lodging.stay(room, -2, 1))
        .refuses(422, "VALIDATION_ERROR")
        .names("check_in");
    rest.post("/api/bookings", Lodging.stay(room, 5, 0))
        .refuses(422, "VALIDATION_ERROR")
        .names("check_out");
    rest.post("/api/bookings", Lodging.stay(room, 5, -2))
        .refuses(422, "VALIDATION_ERROR")
        .names("check_out");
    rest.post("/api/bookings", Lodging.stay(room, 5, 366))
        .refuses(422, "VALIDATION_ERROR")
        .names("check_out");
    rest.post("/api/bookings", Lodging.stay(room, 2500, 1))
        .refuses(422, "VALIDATION_ERROR")
        .names("check_out");
    rest.post("/api/bookings", Lodging.stay(UUID.randomUUID().toString(), 5, 1))
        .refuses(422, "VALIDATION_ERROR")
        .names("room_id");
    Map<String, Object> crowd = Lodging.stay(room, 5, 1);
    crowd.put("guests", 3);
    Answer refused =
        rest.with("Accept-Language", "ru")
            .post("/api/bookings", crowd)
            .refuses(422, "VALIDATION_ERROR")
            .names("guests");
    assertTrue(refused.text().contains("В номере мест: 2"), refused::text);
    Map<String, Object> day = Lodging.stay(room, 5, 1);
    day.put("check_in", "2030-02-31");
    rest.post("/api/bookings", day).refuses(422, "VALIDATION_ERROR").names("check_in");
    rest.post("/api/bookings", Map.of())
        .refuses(422, "VALIDATION_ERROR")
        .names("room_id")
        .names("check_in")
        .names("check_out");
    Map<String, Object> trip = Lodging.stay(room, 5, 1);
    trip.put("task_id", UUID.randomUUID());
    rest.post("/api/bookings", trip).refuses(422, "VALIDATION_ERROR").names("task_id");
    rest.get("/api/bookings?from=yesterday").refuses(422, "VALIDATION_ERROR").names("from");
    rest.get("/api/bookings?status=gone").refuses(422, "VALIDATION_ERROR").names("status");
  }

  @Test
  void the_day_begins_where_the_hotel_is() {
    // of these two days one is always over in one of the zones, and never in the other
    String early = Lodging.room(Lodging.hotel(Map.of("time_zone", "Pacific/Kiritimati")));
    String late = Lodging.room(Lodging.hotel(Map.of("time_zone", "Etc/GMT+12")));
    LocalDate there = LocalDate.now(ZoneId.of("Etc/GMT+12"));
    Map<String, Object> body = new HashMap<>();
    body.put("check_in", there.toString());
    body.put("check_out", there.plusDays(1).toString());
    body.put("room_id", late);
    anna.rest().post("/api/bookings", body).is(201);
    body.put("room_id", early);
    anna.rest().post("/api/bookings", body).refuses(422, "VALIDATION_ERROR").names("check_in");
  }

  @Test
  void a_booking_is_seen_by_its_owner_the_hotel_and_administrators() {
    Answer made = booked(anna, 40, 2);
    for (Rest who : List.of(anna.rest(), desk, admin)) {
      who.get(path(made)).is(200);
      assertTrue(who.get("/api/bookings?room=" + room).is(200).text().contains(made.field("id")));
    }
    Rest other = boris.rest();
    other.get(path(made)).refuses(404, "BOOKING_NOT_FOUND");
    other.get(path(made) + "/history").refuses(404, "BOOKING_NOT_FOUND");
    other.patch(path(made), Map.of("guests", 1)).refuses(404, "BOOKING_NOT_FOUND");
    other.delete(path(made)).refuses(404, "BOOKING_NOT_FOUND");
    for (String act : List.of("cancel", "confirm", "check-in", "check-out")) {
      other.post(path(made) + "/" + act, null).refuses(404, "BOOKING_NOT_FOUND");
    }
    assertEquals(0, other.get("/api/bookings?room=" + room).at("/total").asInt());
    // when is no secret, who is
    Answer clash = other.post("/api/bookings", Lodging.stay(room, 41, 1));
    clash.refuses(409, "BOOKING_OVERLAP");
    assertFalse(clash.text().contains(anna.name()), clash::text);
    Answer told = desk.post("/api/bookings", Lodging.stay(room, 41, 1));
    told.refuses(409, "BOOKING_OVERLAP").names("room_id");
    assertTrue(told.text().contains(anna.name()), told::text);
  }

  @Test
  void lists_are_narrowed_by_days_status_and_owner() {
    Answer first = booked(anna, 50, 2);
    Answer second = booked(boris, 52, 2);
    String list = "/api/bookings?room=" + room;
    assertEquals(2, desk.get(list).at("/total").asInt());
    assertEquals(second.field("id"), desk.get(list).at("/items/0/id").asText());
    assertEquals(1, desk.get(list + "&from=" + day(52)).at("/total").asInt());
    assertEquals(first.field("id"), desk.get(list + "&to=" + day(52)).at("/items/0/id").asText());
    assertEquals(0, desk.get(list + "&mine=true").at("/total").asInt());
    desk.post(path(first) + "/cancel", null).is(200);
    assertEquals(1, desk.get(list + "&status=canceled").at("/total").asInt());
    assertEquals(2, desk.get(list + "&status=canceled&status=confirmed").at("/total").asInt());
    assertTrue(desk.get("/api/bookings?hotel=" + HOTEL).at("/total").asInt() >= 2);
    String next = desk.get(list + "&limit=1").field("next");
    Answer rest = desk.get(list + "&limit=1&cursor=" + next).is(200);
    assertEquals(first.field("id"), rest.at("/items/0/id").asText());
    desk.get(list + "&cursor=x").refuses(422, "VALIDATION_ERROR").names("cursor");
  }

  @Test
  void guests_change_and_cancel_until_the_day_that_the_hotel_says() {
    String strict =
        Lodging.hotel(
            Map.of(
                "free_cancel_days", 7, "manager_ids", List.of(People.named("Rita Manager").id())));
    String near = Lodging.room(strict);
    Answer soon = anna.rest().post("/api/bookings", Lodging.stay(near, 3, 2)).is(201);
    Answer refused = anna.rest().post(path(soon) + "/cancel", null);
    assertTrue(refused.refuses(409, "BOOKING_TOO_LATE").text().contains(day(-4)), refused::text);
    anna.rest().delete(path(soon)).refuses(409, "BOOKING_TOO_LATE");
    anna.rest().patch(path(soon), Map.of("check_out", day(6))).refuses(409, "BOOKING_TOO_LATE");
    anna.rest().patch(path(soon), Map.of("note", "Late")).is(200);
    Answer canceled = desk.post(path(soon) + "/cancel", null).is(200);
    assertEquals("canceled", canceled.field("status"));
    anna.rest().post(path(soon) + "/cancel", null).refuses(409, "BOOKING_TOO_LATE");
    desk.post(path(soon) + "/cancel", null).refuses(409, "BOOKING_STATUS");
    Answer far = anna.rest().post("/api/bookings", Lodging.stay(near, 9, 2)).is(201);
    anna.rest().post(path(far) + "/cancel", null).is(200);
    undone(desk, canceled);
    assertEquals("confirmed", desk.get(path(soon)).field("status"));
  }

  @Test
  void a_stay_begins_and_ends_and_what_is_over_stays_so() {
    Answer made = booked(anna, 0, 3);
    desk.post(path(made) + "/confirm", null).refuses(409, "BOOKING_STATUS");
    anna.rest().post(path(made) + "/confirm", null).refuses(403, "FORBIDDEN");
    assertEquals("checked_in", desk.post(path(made) + "/check-in", null).is(200).field("status"));
    desk.post(path(made) + "/check-in", null).refuses(409, "BOOKING_STATUS");
    desk.post(path(made) + "/cancel", null).refuses(409, "BOOKING_STATUS");
    desk.patch(path(made), Map.of("check_in", day(1))).refuses(409, "BOOKING_STATUS");
    assertEquals("4", desk.patch(path(made), Map.of("check_out", day(4))).is(200).field("nights"));
    Answer out = desk.post(path(made) + "/check-out", null).is(200);
    assertEquals("checked_out", out.field("status"));
    desk.patch(path(made), Map.of("check_out", day(5))).refuses(409, "BOOKING_STATUS");
    desk.patch(path(made), Map.of("note", "Left a book")).is(200);
    // left early: the nights that are left over are free
    booked(boris, 1, 2);
    assertEquals("BOOKING_OVERLAP", undone(desk, out).at("/skipped/0/code").asText());
  }

  @Test
  void a_hotel_may_look_at_each_booking_first() {
    String careful =
        Lodging.hotel(
            Map.of("approval", true, "manager_ids", List.of(People.named("Rita Manager").id())));
    String asked = Lodging.room(careful);
    Answer made = anna.rest().post("/api/bookings", Lodging.stay(asked, 5, 2)).is(201);
    assertEquals("requested", made.field("status"));
    boris.rest().post("/api/bookings", Lodging.stay(asked, 5, 1)).refuses(409, "BOOKING_OVERLAP");
    desk.post(path(made) + "/check-in", null).refuses(409, "BOOKING_STATUS");
    anna.rest().post(path(made) + "/confirm", null).refuses(403, "FORBIDDEN");
    assertEquals("confirmed", desk.post(path(made) + "/confirm", null).is(200).field("status"));
    Answer moved = anna.rest().patch(path(made), Map.of("check_out", day(8))).is(200);
    assertEquals("requested", moved.field("status"));
    assertEquals(
        "confirmed",
        desk.post("/api/bookings", Lodging.stay(asked, 20, 1)).is(201).field("status"));
  }

  @Test
  void a_booking_moves_to_another_room_of_the_hotel() {
    String larger = Lodging.room(HOTEL, Map.of("price_amount", 150, "capacity", 4));
    String elsewhere = Lodging.room(Lodging.hotel(Map.of()));
    Answer made = booked(anna, 60, 2);
    Answer moved = anna.rest().patch(path(made), Map.of("room_id", larger, "guests", 4)).is(200);
    assertEquals(300.0, moved.at("/price_total").asDouble());
    assertEquals(larger, moved.field("room_id"));
    anna.rest()
        .patch(path(made), Map.of("room_id", elsewhere))
        .refuses(422, "VALIDATION_ERROR")
        .names("room_id");
    anna.rest()
        .patch(path(made), Map.of("room_id", room))
        .refuses(422, "VALIDATION_ERROR")
        .names("guests");
    admin.delete("/api/rooms/" + larger).refuses(409, "ROOM_IN_USE");
    anna.rest().post(path(made) + "/cancel", null).is(200);
    admin.delete("/api/rooms/" + larger).is(204);
    anna.rest().get(path(made)).is(200);
  }

  @Test
  void nights_cost_what_their_dates_say() {
    Map<String, Object> fair = Map.of("from", day(71), "to", day(72), "amount", 250.5);
    desk.patch("/api/rooms/" + room, Map.of("prices", List.of(fair))).is(200);
    assertEquals(701.0, booked(anna, 70, 4).at("/price_total").asDouble());
  }

  @Test
  void free_rooms_are_found_by_place_days_guests_and_amenities() {
    String sauna = Lodging.amenity();
    String pool = Lodging.amenity();
    String city = Lodging.city();
    String hotel = Lodging.hotel(Map.of("city_id", city, "amenity_ids", List.of(pool)));
    String small = Lodging.room(hotel, Map.of("capacity", 1, "price_amount", 50));
    String large = Lodging.room(hotel, Map.of("capacity", 4, "amenity_ids", List.of(sauna)));
    String free = "/api/rooms/available?city_id=" + city + "&check_in=" + day(80);
    String two = free + "&check_out=" + day(82);
    Answer all = anna.rest().get(two).is(200);
    assertEquals(2, all.at("/total").asInt());
    assertEquals(small, all.at("/items/0/id").asText());
    assertEquals(100.0, all.at("/items/0/price_total").asDouble());
    assertEquals(large, anna.rest().get(two + "&guests=2").at("/items/0/id").asText());
    String both = two + "&amenity=" + sauna + "&amenity=" + pool;
    assertEquals(1, anna.rest().get(both).at("/total").asInt());
    Answer made = anna.rest().post("/api/bookings", Lodging.stay(large, 81, 1)).is(201);
    assertEquals(1, anna.rest().get(two).at("/total").asInt());
    assertEquals(2, anna.rest().get(free + "&check_out=" + day(81)).at("/total").asInt());
    anna.rest().post(path(made) + "/cancel", null).is(200);
    String here = "/api/rooms/available?hotel_id=" + hotel + "&check_in=" + day(80);
    assertEquals(2, anna.rest().get(here + "&check_out=" + day(82)).at("/total").asInt());
    admin.patch("/api/hotels/" + hotel, Map.of("longest_stay", 1)).is(200);
    assertEquals(0, anna.rest().get(two).at("/total").asInt());
    anna.rest().get(free).refuses(422, "VALIDATION_ERROR").names("check_out");
    anna.rest()
        .get(free + "&check_out=" + day(80))
        .refuses(422, "VALIDATION_ERROR")
        .names("check_out");
    anna.rest()
        .get("/api/rooms/available?check_in=" + day(-3) + "&check_out=" + day(1))
        .refuses(422, "VALIDATION_ERROR")
        .names("check_in");
    anna.rest().get(two + "&guests=0").refuses(422, "VALIDATION_ERROR").names("guests");
  }

  @Test
  void the_same_call_with_the_same_key_books_once() {
    Rest keyed = anna.rest().with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> body = Lodging.stay(room, 90, 1);
    String id = keyed.post("/api/bookings", body).is(201).field("id");
    assertEquals(id, keyed.post("/api/bookings", body).is(201).field("id"));
    keyed.post("/api/bookings", Lodging.stay(room, 95, 1)).refuses(422, "IDEMPOTENCY_KEY_REUSED");
  }
}
