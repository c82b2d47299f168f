package tracker.calendar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Calendars over REST and as other programs read them. */
class CalendarsRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Person rita = People.named("Rita Manager");
  private final Project project = Work.project(anna);
  private final String hotel = Lodging.hotelOf(rita);
  private final String room = Lodging.room(hotel);

  private Answer booked(int after) {
    return anna.rest().post("/api/bookings", Lodging.stay(room, after, 2)).is(201);
  }

  private Answer link(Person who, Map<String, Object> of) {
    return who.rest().post("/api/calendars/links", of).is(201);
  }

  private String read(Answer link) {
    Answer read = Rest.stranger().get(link.field("path")).is(200);
    assertTrue(read.header("Content-Type").startsWith("text/calendar"), read::toString);
    return read.text().replace("\r\n ", "");
  }

  @Test
  void ones_own_calendar_has_bookings_and_tasks() {
    Answer stay = booked(30);
    Answer canceled = booked(34);
    anna.rest().post("/api/bookings/" + canceled.field("id") + "/cancel", null).is(200);
    String due = Lodging.day(31) + "T12:00:00Z";
    Map<String, Object> mine = Map.of("assignee_id", anna.id(), "due_at", due);
    Answer task = Work.task(anna, project, "Hold the talk", mine);
    Work.task(anna, project, "Somebody else's", Map.of("due_at", due));
    String days = "/api/calendars/me?from=" + Lodging.day(29) + "&to=" + Lodging.day(40);
    Answer both = anna.rest().get(days).is(200);
    assertTrue(both.at("/bookings").toString().contains(stay.field("id")), both::text);
    assertFalse(both.at("/bookings").toString().contains(canceled.field("id")), both::text);
    assertTrue(both.at("/tasks").toString().contains(task.field("key")), both::text);
    assertFalse(both.text().contains("Somebody else's"), both::text);
    assertFalse(boris.rest().get(days).is(200).text().contains(stay.field("id")));
    Answer link = link(anna, Map.of());
    String text = read(link);
    assertTrue(text.contains("UID:" + stay.field("id") + "@gerask"), text);
    assertTrue(text.contains(task.field("key") + " Hold the talk"), text);
    anna.rest().get(days.replace("to=", "to=x")).refuses(422, "VALIDATION_ERROR").names("to");
    anna.rest()
        .get("/api/calendars/me?from=" + Lodging.day(3) + "&to=" + Lodging.day(3))
        .refuses(422, "VALIDATION_ERROR")
        .names("to");
  }

  @Test
  void a_link_is_secret_and_taken_back() {
    Answer link = link(anna, Map.of());
    Answer listed = anna.rest().get("/api/calendars/links").is(200);
    assertTrue(listed.text().contains(link.field("id")));
    assertFalse(listed.text().contains("path"), listed::text);
    assertFalse(boris.rest().get("/api/calendars/links").text().contains(link.field("id")));
    String path = "/api/calendars/links/" + link.field("id");
    boris.rest().delete(path).refuses(404, "CALENDAR_NOT_FOUND");
    read(link);
    anna.rest().delete(path).is(204);
    Rest.stranger().get(link.field("path")).refuses(404, "CALENDAR_NOT_FOUND");
    Rest.stranger().get("/api/calendars/guessed").refuses(404, "CALENDAR_NOT_FOUND");
  }

  @Test
  void the_calendar_of_a_room_is_for_those_who_run_the_hotel() {
    Answer stay = booked(50);
    Map<String, Object> of = Map.of("room_id", room);
    anna.rest().post("/api/calendars/links", of).refuses(403, "FORBIDDEN");
    Map<String, Object> unknown = Map.of("room_id", project.id());
    rita.rest()
        .post("/api/calendars/links", unknown)
        .refuses(422, "VALIDATION_ERROR")
        .names("room_id");
    Answer link = link(rita, of);
    String text = read(link);
    assertTrue(text.contains("SUMMARY:" + anna.name()), text);
    assertEquals(1, text.split("UID:" + stay.field("id"), -1).length - 1);
    Map<String, Object> nobody = Map.of("manager_ids", List.of());
    People.admin().rest().patch("/api/hotels/" + hotel, nobody).is(200);
    Rest.stranger().get(link.field("path")).refuses(404, "CALENDAR_NOT_FOUND");
  }
}
