package tracker.stay.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
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

/** What bookings do to tasks, and tasks to bookings. */
class StaysRestIT {
  private final Rest admin = People.admin().rest();
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);
  private final String hotel = Lodging.hotel(Map.of());
  private final String room = Lodging.room(hotel);

  private Answer booked(Person who, int after) {
    return who.rest().post("/api/bookings", Lodging.stay(room, after, 1)).is(201);
  }

  private static String path(Answer booking) {
    return "/api/bookings/" + booking.field("id");
  }

  private Answer outOfService() {
    Map<String, Object> fields =
        Map.of("type", "out_of_service", "refs", List.of(Map.of("type", "room", "id", room)));
    return Work.task(anna, project, "The shower leaks", fields);
  }

  private void cleans(boolean cleaning) {
    Map<String, Object> rule = Map.of("project_id", project.id(), "cleaning", cleaning);
    admin.patch("/api/hotels/" + hotel, rule).is(200);
  }

  private Answer cleaningTasks() {
    return anna.rest().get("/api/tasks?type=cleaning&project=" + project.key()).is(200);
  }

  private void closedFor(Person who, int after) {
    who.rest()
        .post("/api/bookings", Lodging.stay(room, after, 1))
        .refuses(409, "ROOM_OUT_OF_SERVICE");
  }

  @Test
  void a_check_out_raises_a_cleaning_task_in_the_project_of_the_hotel() {
    cleans(true);
    Answer stay = booked(boris, 0);
    boris.rest().post(path(stay) + "/check-in", null).is(200);
    Answer out = boris.rest().post(path(stay) + "/check-out", null).is(200);
    Answer raised = cleaningTasks();
    assertEquals(1, raised.at("/total").asInt());
    assertEquals("cleaning", raised.at("/items/0/type").asText());
    assertEquals("room", raised.at("/items/0/refs/0/type").asText());
    assertEquals(room, raised.at("/items/0/refs/0/id").asText());
    assertEquals(stay.field("id"), raised.at("/items/0/refs/1/id").asText());
    String key = raised.at("/items/0/key").asText();
    // who sees the project sees it from the booking and the room; the guest does not
    assertEquals(key, admin.get(path(stay) + "/tasks").is(200).at("/items/0/key").asText());
    assertEquals(
        key, anna.rest().get("/api/rooms/" + room + "/tasks").is(200).at("/items/0/key").asText());
    assertEquals(0, boris.rest().get(path(stay) + "/tasks").is(200).at("/total").asInt());
    anna.rest().get(path(stay) + "/tasks").refuses(404, "BOOKING_NOT_FOUND");
    admin.post("/api/operations/" + out.header("X-Operation-Id") + "/undo", null).is(200);
    assertEquals("checked_in", boris.rest().get(path(stay)).field("status"));
    assertEquals(0, cleaningTasks().at("/total").asInt());
  }

  @Test
  void the_rule_can_be_switched_off_and_nothing_is_cleaned_twice() {
    cleans(false);
    Answer quiet = booked(boris, 0);
    boris.rest().post(path(quiet) + "/check-out", null).is(200);
    assertEquals(0, cleaningTasks().at("/total").asInt());
    cleans(true);
    Answer stay = booked(boris, 1);
    Answer out = boris.rest().post(path(stay) + "/check-out", null).is(200);
    // the guest may not take back what was raised in a project that is not theirs
    Answer undone =
        boris
            .rest()
            .post("/api/operations/" + out.header("X-Operation-Id") + "/undo", null)
            .is(200);
    assertEquals(1, undone.at("/undone").asInt());
    assertEquals(1, undone.at("/skipped").size());
    boris.rest().post(path(stay) + "/check-out", null).is(200);
    assertEquals(1, cleaningTasks().at("/total").asInt());
  }

  @Test
  void an_open_task_keeps_the_room_from_new_bookings_until_it_is_done() {
    Answer before = booked(boris, 3);
    Answer task = outOfService();
    closedFor(boris, 10);
    boris.rest().patch(path(before), Map.of("note", "Still mine")).is(200);
    String free =
        "/api/rooms/available?hotel_id="
            + hotel
            + "&check_in="
            + Lodging.stay(room, 10, 1).get("check_in")
            + "&check_out="
            + Lodging.stay(room, 10, 1).get("check_out");
    assertEquals(0, boris.rest().get(free).at("/total").asInt());
    // it names itself to those who see it
    Answer told = anna.rest().post("/api/bookings", Lodging.stay(room, 10, 1));
    assertTrue(
        told.refuses(409, "ROOM_OUT_OF_SERVICE")
            .names("room_id")
            .text()
            .contains(task.field("key")),
        told::text);
    Answer secret = boris.rest().post("/api/bookings", Lodging.stay(room, 10, 1));
    assertFalse(secret.text().contains(task.field("key")), secret::text);
    String path = "/api/tasks/" + task.field("key");
    anna.rest().patch(path, Map.of("status", "done")).is(200);
    assertEquals(1, boris.rest().get(free).at("/total").asInt());
    booked(boris, 10);
    anna.rest().patch(path, Map.of("status", "todo")).is(200);
    closedFor(boris, 12);
    Answer deleted = anna.rest().delete(path).is(204);
    booked(boris, 12);
    anna.rest().post("/api/operations/" + deleted.header("X-Operation-Id") + "/undo", null).is(200);
    closedFor(boris, 14);
    Map<String, Object> many = Map.of("ids", List.of(task.field("id")), "status", "canceled");
    anna.rest().post("/api/tasks/bulk-status", many).is(200);
    booked(boris, 14);
  }

  @Test
  void a_room_opens_with_another_type_other_things_or_without_the_project() {
    String path = "/api/tasks/" + outOfService().field("key");
    anna.rest().patch(path, Map.of("type", "bug")).is(200);
    booked(boris, 20);
    anna.rest().patch(path, Map.of("type", "out_of_service")).is(200);
    closedFor(boris, 21);
    anna.rest().delete("/api/projects/" + project.key()).is(204);
    booked(boris, 21);
    anna.rest().post("/api/projects/" + project.key() + "/restore", null).is(200);
    closedFor(boris, 22);
    anna.rest().patch(path, Map.of("refs", List.of())).is(200);
    booked(boris, 22);
  }

  @Test
  void a_booking_for_a_task_is_shown_there() {
    Answer trip = Work.task(anna, project, "To the fair");
    Map<String, Object> body = new HashMap<>(Lodging.stay(room, 30, 2));
    body.put("task_id", trip.field("id"));
    boris.rest().post("/api/bookings", body).refuses(422, "VALIDATION_ERROR").names("task_id");
    Answer made = anna.rest().post("/api/bookings", body).is(201);
    assertEquals(trip.field("id"), made.field("task_id"));
    String list = "/api/tasks/" + trip.field("key") + "/bookings";
    Answer shown = anna.rest().get(list).is(200);
    assertEquals(made.field("id"), shown.at("/items/0/id").asText());
    boris.rest().get(list).refuses(404, "TASK_NOT_FOUND");
    Work.join(anna, project, boris, "viewer");
    assertEquals(0, boris.rest().get(list).is(200).at("/total").asInt());
    Map<String, Object> none = new HashMap<>();
    none.put("task_id", null);
    assertTrue(anna.rest().patch(path(made), none).is(200).at("/task_id").isNull());
  }
}
