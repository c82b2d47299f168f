package tracker.hotel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;

/** Countries, cities, hotels, rooms and amenities over REST. */
class HotelsRestIT {
  private final Rest admin = People.admin().rest();
  private final Person anna = People.named("Anna Weber");
  private final Person rita = People.named("Rita Manager");

  private Answer undone(Answer change) {
    return admin.post("/api/operations/" + change.header("X-Operation-Id") + "/undo", null).is(200);
  }

  @Test
  void a_country_is_made_read_changed_and_deleted() {
    String code = Lodging.aCode();
    Answer made =
        admin
            .post("/api/countries", Map.of("name", " Ruritania ", "code", code.toLowerCase()))
            .is(201);
    String path = "/api/countries/" + made.field("id");
    assertEquals(path, made.header("Location"));
    assertEquals("\"1\"", made.header("ETag"));
    assertEquals("Ruritania", made.field("name"));
    assertEquals(code, made.field("code"));
    anna.rest().with("If-None-Match", "\"1\"").get(path).is(304);
    assertEquals(made.json(), anna.rest().get(path).is(200).json());
    Answer changed =
        admin.with("If-Match", "\"1\"").patch(path, Map.of("name", "Strelsau")).is(200);
    assertEquals("\"2\"", changed.header("ETag"));
    assertEquals("2", admin.patch(path, Map.of("name", "Strelsau")).is(200).field("version"));
    Answer stale = admin.with("If-Match", "\"1\"").patch(path, Map.of("name", "X"));
    assertEquals("Strelsau", stale.refuses(412, "STALE").at("/current/name").asText());
    undone(changed);
    assertEquals("Ruritania", admin.get(path).is(200).field("name"));
    Answer deleted = admin.delete(path).is(204);
    admin.get(path).refuses(404, "COUNTRY_NOT_FOUND");
    undone(deleted);
    assertEquals("Ruritania", admin.get(path).is(200).field("name"));
    undone(made);
    admin.get(path).refuses(404, "COUNTRY_NOT_FOUND");
    admin.post("/api/countries", Map.of("name", "Again", "code", code)).is(201);
    Answer taken = admin.post("/api/countries", Map.of("name", "Twice", "code", code));
    taken.refuses(409, "COUNTRY_TAKEN").names("code");
    assertEquals(
        "COUNTRY_TAKEN", undone(deleted).json().at("/skipped/0/code").asText("COUNTRY_TAKEN"));
  }

  @Test
  void what_breaks_a_rule_is_told_with_its_field_in_both_languages() {
    admin
        .post("/api/countries", Map.of("name", "", "code", "1"))
        .refuses(422, "VALIDATION_ERROR")
        .names("name")
        .names("code");
    admin
        .post("/api/cities", Map.of("name", "Nowhere", "country_id", UUID.randomUUID()))
        .refuses(422, "VALIDATION_ERROR")
        .names("country_id");
    admin
        .post("/api/cities", Map.of("name", "Nowhere", "country_id", "no"))
        .refuses(422, "VALIDATION_ERROR")
        .names("country_id");
    admin
        .post("/api/countries", Map.of("name", "A", "code", "AA", "colour", "red"))
        .refuses(422, "VALIDATION_ERROR")
        .names("colour");
    String hotel = Lodging.hotel(Map.of());
    Map<String, Object> room = new HashMap<>();
    room.put("hotel_id", hotel);
    room.put("number", "1");
    room.put("capacity", 0);
    room.put("price_amount", -1);
    room.put("price_currency", "EURO");
    admin
        .post("/api/rooms", room)
        .refuses(422, "VALIDATION_ERROR")
        .names("capacity")
        .names("price_amount")
        .names("price_currency");
    admin
        .patch("/api/hotels/" + hotel, Map.of("time_zone", "Mars/Olympus"))
        .refuses(422, "VALIDATION_ERROR")
        .names("time_zone");
    admin
        .patch("/api/hotels/" + hotel, Map.of("cleaning", true))
        .refuses(422, "VALIDATION_ERROR")
        .names("cleaning");
    admin
        .patch("/api/hotels/" + hotel, Map.of("project_id", UUID.randomUUID()))
        .refuses(422, "VALIDATION_ERROR")
        .names("project_id");
    admin
        .patch("/api/hotels/" + hotel, Map.of("manager_ids", List.of(UUID.randomUUID())))
        .refuses(422, "VALIDATION_ERROR")
        .names("manager_ids");
    Map<String, Object> none = new HashMap<>();
    none.put("name", null);
    admin.patch("/api/hotels/" + hotel, none).refuses(422, "VALIDATION_ERROR").names("name");
    Map<String, Object> amenities = Map.of("amenity_ids", List.of(UUID.randomUUID()));
    admin.patch("/api/hotels/" + hotel, amenities).refuses(422, "VALIDATION_ERROR");
    Answer russian =
        admin
            .with("Accept-Language", "ru")
            .post("/api/countries", Map.of("name", "A", "code", "1"));
    assertTrue(russian.text().contains("латинские"), russian::text);
  }

  @Test
  void what_is_used_stays() {
    String country = Lodging.country();
    String city =
        admin.post("/api/cities", Map.of("name", "Zenda", "country_id", country)).field("id");
    String amenity = Lodging.amenity();
    String hotel = Lodging.hotel(Map.of("city_id", city, "amenity_ids", List.of(amenity)));
    String room = Lodging.room(hotel, Map.of("amenity_ids", List.of(amenity), "number", "7"));
    admin.delete("/api/countries/" + country).refuses(409, "COUNTRY_IN_USE");
    admin.delete("/api/cities/" + city).refuses(409, "CITY_IN_USE");
    admin.delete("/api/hotels/" + hotel).refuses(409, "HOTEL_IN_USE");
    admin.delete("/api/amenities/" + amenity).refuses(409, "AMENITY_IN_USE");
    Map<String, Object> twin =
        Map.of(
            "hotel_id",
            hotel,
            "number",
            "7",
            "capacity",
            1,
            "price_amount",
            1,
            "price_currency",
            "eur");
    admin.post("/api/rooms", twin).refuses(409, "ROOM_TAKEN").names("number");
    admin.delete("/api/rooms/" + room).is(204);
    admin.delete("/api/amenities/" + amenity).refuses(409, "AMENITY_IN_USE");
    admin.delete("/api/hotels/" + hotel).is(204);
    admin.delete("/api/amenities/" + amenity).is(204);
    admin.delete("/api/cities/" + city).is(204);
    admin.delete("/api/countries/" + country).is(204);
  }

  @Test
  void managers_run_their_hotel_and_nothing_else() {
    String own = Lodging.hotelOf(rita);
    String other = Lodging.hotel(Map.of());
    Rest manager = rita.rest();
    assertEquals(
        "By the river",
        manager
            .patch("/api/hotels/" + own, Map.of("description", "By the river"))
            .is(200)
            .field("description"));
    manager.patch("/api/hotels/" + other, Map.of("name", "Mine")).refuses(403, "FORBIDDEN");
    manager.patch("/api/hotels/" + own, Map.of("manager_ids", List.of())).refuses(403, "FORBIDDEN");
    manager.delete("/api/hotels/" + own).refuses(403, "FORBIDDEN");
    Map<String, Object> room =
        Map.of("number", "1", "capacity", 1, "price_amount", 10.5, "price_currency", "eur");
    Map<String, Object> here = new HashMap<>(room);
    here.put("hotel_id", own);
    Answer made = manager.post("/api/rooms", here).is(201);
    assertEquals("EUR", made.field("price_currency"));
    assertEquals("10.5", made.field("price_amount"));
    here.put("hotel_id", other);
    manager.post("/api/rooms", here).refuses(403, "FORBIDDEN");
    anna.rest()
        .patch("/api/rooms/" + made.field("id"), Map.of("capacity", 3))
        .refuses(403, "FORBIDDEN");
    Answer changed = manager.patch("/api/rooms/" + made.field("id"), Map.of("capacity", 3)).is(200);
    manager.post("/api/operations/" + changed.header("X-Operation-Id") + "/undo", null).is(200);
    assertEquals("1", manager.get("/api/rooms/" + made.field("id")).field("capacity"));
    Answer history = anna.rest().get("/api/rooms/" + made.field("id") + "/history").is(200);
    assertEquals("capacity", history.at("/items/0/field").asText());
    assertEquals("3", history.at("/items/0/old").asText());
    assertTrue(manager.get("/api/hotels?mine=true&limit=200").text().contains(own));
    assertTrue(anna.rest().get("/api/hotels?mine=true").at("/total").asInt() == 0);
  }

  @Test
  void lists_are_searched_by_name_and_walked_in_parts() {
    String mark = Work.aKey();
    String country = Lodging.country();
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      Map<String, Object> city = Map.of("name", "Brug " + mark + i % 2 + i, "country_id", country);
      made.add(admin.post("/api/cities", city).is(201).field("id"));
    }
    Answer page = anna.rest().get("/api/cities?limit=2&q=brug%20" + mark).is(200);
    assertEquals(5, page.at("/total").asInt());
    Set<String> walked = new HashSet<>();
    String next = "";
    while (next != null) {
      Answer part =
          anna.rest().get("/api/cities?limit=2&country_id=" + country + "&cursor=" + next).is(200);
      part.at("/items").forEach(one -> walked.add(one.path("id").asText()));
      next = part.at("/next").isNull() ? null : part.field("next");
    }
    assertEquals(made, walked);
    for (String wrong : List.of("page=0", "limit=201", "cursor=x", "country_id=x")) {
      anna.rest().get("/api/cities?" + wrong).refuses(422, "VALIDATION_ERROR");
    }
    String amenity = Lodging.amenity();
    String hotel = Lodging.hotel(Map.of("amenity_ids", List.of(amenity)));
    Answer with = anna.rest().get("/api/hotels?amenity=" + amenity).is(200);
    assertEquals(hotel, with.at("/items/0/id").asText());
    assertEquals(1, with.at("/total").asInt());
  }

  @Test
  void a_night_has_one_price() {
    String room = "/api/rooms/" + Lodging.room(Lodging.hotel(Map.of()));
    Map<String, Object> fair = Map.of("from", "2030-05-01", "to", "2030-05-03", "amount", 250.25);
    Map<String, Object> back = Map.of("from", "2030-06-02", "to", "2030-06-01", "amount", 1);
    Answer changed = admin.patch(room, Map.of("prices", List.of(fair))).is(200);
    assertEquals("250.25", changed.at("/prices/0/amount").asText());
    assertEquals("2", admin.patch(room, Map.of("prices", List.of(fair))).field("version"));
    admin
        .patch(room, Map.of("prices", List.of(fair, fair)))
        .refuses(422, "VALIDATION_ERROR")
        .names("prices[1]");
    admin
        .patch(room, Map.of("prices", List.of(back)))
        .refuses(422, "VALIDATION_ERROR")
        .names("prices[0].to");
    admin
        .patch(room, Map.of("price_amount", 1.005))
        .refuses(422, "VALIDATION_ERROR")
        .names("price_amount");
  }

  @Test
  void the_same_call_with_the_same_key_makes_one() {
    Map<String, Object> body = Map.of("name", "Amenity " + Work.aKey());
    Rest keyed = admin.with("Idempotency-Key", Work.aKey());
    String id = keyed.post("/api/amenities", body).is(201).field("id");
    assertEquals(id, keyed.post("/api/amenities", body).is(201).field("id"));
    admin.post("/api/amenities", body).refuses(409, "AMENITY_TAKEN");
  }
}
