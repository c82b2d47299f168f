package tracker.feed.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The feed as a stream of events, as a program hears it. */
@Isolated("hears within two seconds what others' long transactions would hold up, on two nodes")
class EventsRestIT {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofSeconds(60);
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);

  @Test
  void a_change_is_heard_within_two_seconds() {
    try (Ear ear = Ear.of(anna.access())) {
      String type = ear.headers().firstValue("Content-Type").orElse("");
      assertTrue(type.startsWith("text/event-stream"), type);
      assertTrue(ear.headers().firstValue("Cache-Control").orElse("").startsWith("no-cache"));
      assertEquals("no", ear.headers().firstValue("X-Accel-Buffering").orElse(""));
      String key = Work.task(anna, project, "Ring the bell").field("key");
      long done = System.nanoTime();
      List<Ear.Event> heard = ear.until(key);
      Ear.Event event = heard.get(heard.size() - 1);
      assertEquals("change", event.name());
      assertEquals(event.id(), event.text("cursor"));
      assertEquals("created", event.text("field"));
      assertTrue(Duration.ofNanos(event.at() - done).compareTo(SOON) < 0, "Late");
    }
  }

  @Test
  void who_was_cut_goes_on_without_loss_and_without_repetition() {
    List<String> made = new ArrayList<>();
    List<String> heard = new ArrayList<>();
    String last;
    try (Ear ear = Ear.of(anna.access())) {
      for (int i = 0; i < 3; i++) {
        made.add(Work.task(anna, project, "Before").field("key"));
      }
      List<Ear.Event> first = ear.until(made.get(1));
      first.forEach(one -> heard.add(one.text("task_key")));
      last = first.get(first.size() - 1).id();
    }
    for (int i = 0; i < 3; i++) {
      made.add(Work.task(anna, project, "While away").field("key"));
    }
    try (Ear ear = Ear.after(anna.access(), last)) {
      made.add(Work.task(anna, project, "Back").field("key"));
      ear.until(made.get(6)).forEach(one -> heard.add(one.text("task_key")));
    }
    heard.removeIf(key -> !key.startsWith(project.key() + "-"));
    assertEquals(made, heard);
    assertEquals(made.size(), new HashSet<>(heard).size());
  }

  @Test
  void a_private_project_is_not_heard_and_who_leaves_hears_no_more() {
    try (Ear ear = Ear.of(boris.access())) {
      Work.task(anna, project, "Hidden from Boris");
      Project open = Work.project(anna, "internal");
      String marker = Work.task(anna, open, "For all").field("key");
      assertFalse(ear.until(marker).toString().contains(project.id()));
      Work.join(anna, project, boris, "member");
      ear.until(Work.task(anna, project, "Now seen").field("key"));
      anna.rest().delete("/api/projects/" + project.key() + "/members/" + boris.id()).is(204);
      Work.task(anna, project, "No more");
      String end = Work.task(anna, open, "For all again").field("key");
      assertFalse(ear.until(end).toString().contains("No more"));
    }
  }

  @Test
  void it_can_be_narrowed_to_a_project() {
    Project other = Work.project(anna);
    try (Ear ear = Ear.with(anna.access(), "?project=" + project.key())) {
      String elsewhere = Work.task(anna, other, "Elsewhere").field("key");
      String heard = ear.until(Work.task(anna, project, "Here").field("key")).toString();
      assertFalse(heard.contains(elsewhere), heard);
    }
  }

  @Test
  void it_ends_with_the_session() {
    Person leaving = People.newcomer();
    try (Ear ear = Ear.of(leaving.access())) {
      leaving.rest().post("/api/auth/logout", Map.of("refresh", leaving.refresh())).is(204);
      Ear.Event end = ear.next();
      assertEquals("end", end.name());
      assertEquals("signed_out", end.data().asText());
      ear.isOver();
    }
  }

  @Test
  void it_ends_when_the_account_is_switched_off() {
    Person leaving = People.newcomer();
    try (Ear ear = Ear.of(leaving.access())) {
      People.admin().rest().patch("/api/users/" + leaving.id(), Map.of("active", false)).is(200);
      List<Ear.Event> heard = ear.until("signed_out");
      assertEquals("end", heard.get(heard.size() - 1).name());
      ear.isOver();
    }
  }

  @Test
  void an_account_has_room_for_so_many_streams_and_gets_it_back() {
    Person person = People.newcomer();
    List<Ear> ears = new ArrayList<>();
    try {
      for (int i = 0; i < 32; i++) {
        ears.add(Ear.of(person.access()));
      }
      Rest listener = person.rest().with("Accept", "text/event-stream");
      assertTrue(
          !listener
              .get("/api/events")
              .refuses(429, "TOO_MANY_STREAMS")
              .header("Retry-After")
              .isEmpty());
      assertTrue(streams() >= 32);
    } finally {
      ears.forEach(Ear::close);
    }
    Waiting.until(LATER, () -> streams() < 32, () -> "Streams of nobody stay open");
  }

  private static double streams() {
    return Rest.stranger()
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("tracker_feed_streams "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  @Test
  void who_takes_no_events_or_has_no_token_or_no_such_cursor_is_refused() {
    Rest rest = anna.rest();
    rest.with("Accept", "application/json").get("/api/events").refuses(406, "NOT_ACCEPTABLE");
    Rest.stranger()
        .with("Accept", "text/event-stream")
        .get("/api/events")
        .refuses(401, "UNAUTHENTICATED");
    Rest listener = rest.with("Accept", "text/event-stream");
    listener.get("/api/events?after=x").refuses(422, "VALIDATION_ERROR").names("after");
    listener.with("Last-Event-ID", "x").get("/api/events").refuses(422, "VALIDATION_ERROR");
    Rest.stranger().with("Accept", "text/event-stream").get("/events").is(401);
    rest.with("Accept", "text/event-stream").get("/events").is(401);
  }

  @Test
  void another_node_hears_it_too_and_stops_with_streams_open() {
    Map<String, String> settings = Map.of("DATABASE_URL", Database.shared().forAnotherNode());
    try (Product other = Product.start(Product.fresh("other-node"), settings).awaitReady()) {
      Person there = People.login(Rest.of(other), anna.email(), anna.password());
      try (Ear ear = Ear.of(other, there.access())) {
        String key = Work.task(anna, project, "Across").field("key");
        long done = System.nanoTime();
        List<Ear.Event> heard = ear.until(key);
        long at = heard.get(heard.size() - 1).at();
        assertTrue(Duration.ofNanos(at - done).compareTo(SOON) < 0, "Late");
        other.handle().destroy();
        ear.isOver();
        assertEquals(0, other.awaitExit(Duration.ofSeconds(30)));
      }
    }
  }
}
