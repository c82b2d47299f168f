package tracker.identity.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tracker.harness.Answer;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/**
 * What the rows of the table of rights are tried on: each is made afresh, so that what one caller
 * changed is not what the next one meets. All but what is "own" belongs to somebody else.
 */
final class Targets {
  private static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAA"
          + "DUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==";

  private final Person manager = People.named("Rita Manager");
  private final Person other = People.named("Otto Other");
  private final Person bystander = People.named("Bea Bystander");
  private final Project project = Work.project(manager);
  private final Map<String, Function<Person, String>> makers = new HashMap<>();
  private final String country = Lodging.country();
  private final String city = Lodging.city();
  private final String hotel = Lodging.hotel(Map.of("city_id", city));
  private final String careful = Lodging.hotel(Map.of("city_id", city, "approval", true));
  private @Nullable String bulk;
  private @Nullable String longImport;

  Targets(Person viewer, Person member) {
    joined(project, viewer, member);
    makers.put("none", who -> "");
    makers.put("forged-link", who -> "AAGh_z6NgnAAmlMQ_wmHFk8B");
    makers.put("task", who -> task());
    makers.put("linked-task", who -> linked());
    makers.put("trashed-task", who -> gone("/api/tasks/", task()));
    makers.put("comment", who -> comment(other));
    makers.put("own-comment", this::comment);
    makers.put("trashed-comment", who -> gone("/api/comments/", comment(other)));
    makers.put("own-trashed-comment", who -> gone("/api/comments/", comment(who)));
    makers.put("file", who -> file(other));
    makers.put("own-file", this::file);
    makers.put("trashed-file", who -> gone("/api/attachments/", file(other)));
    makers.put("own-trashed-file", who -> gone("/api/attachments/", file(who)));
    makers.put("project", who -> joined(Work.project(manager), viewer, member).key());
    makers.put("trashed-project", who -> gone("/api/projects/", makers.get("project").apply(who)));
    makers.put("tag", who -> tag());
    makers.put("filter", who -> filter(other, false));
    makers.put("shared-filter", who -> filter(other, true));
    makers.put("own-filter", who -> filter(who, false));
    makers.put("bulk", who -> bulk());
    makers.put("long_import", who -> longImport());
    makers.put("webhook", who -> webhook(other));
    makers.put("own-webhook", Targets::webhook);
    makers.put("notice", who -> notice(other));
    makers.put("own-notice", this::notice);
    makers.put("message", who -> message(other));
    makers.put("own-message", Targets::message);
    makers.put("failed-message", who -> failed(other));
    makers.put("own-failed-message", Targets::failed);
    makers.put("country", who -> Lodging.country());
    makers.put("city", who -> Lodging.city());
    makers.put("amenity", who -> Lodging.amenity());
    makers.put("hotel", who -> Lodging.hotel(Map.of("city_id", city)));
    makers.put("own-hotel", Lodging::hotelOf);
    makers.put("room", who -> Lodging.room(hotel));
    makers.put("own-room", who -> Lodging.room(Lodging.hotelOf(who)));
    makers.put("link", who -> link(other).field("id"));
    makers.put("own-link", who -> link(who).field("id"));
    makers.put("secret-link", who -> link(other).field("path").replaceFirst(".*/", ""));
    makers.put("image", who -> image());
    makers.put("booking", who -> booking(other, hotel));
    makers.put("own-booking", who -> booking(who, hotel));
    makers.put("request", who -> booking(other, careful));
    makers.put("own-request", who -> booking(who, careful));
    makers.put("account", who -> bystander.id());
    makers.put("new-account", who -> account());
    makers.put("session", who -> session(other));
    makers.put("operation", who -> operation(other));
    makers.put("own-operation", this::operation);
  }

  Person manager() {
    return manager;
  }

  /** The values of the first places in the path, with blanks between them. */
  String make(String target, Person who) {
    Function<Person, String> maker = makers.get(target);
    if (maker == null) {
      throw new AssertionError("No target " + target);
    }
    return maker.apply(who);
  }

  /** Fills the other places of a path or a body. */
  String filled(String text) {
    return text.replace("{project}", project.key())
        .replace("{user_id}", bystander.id())
        .replace("{key}", Work.aKey())
        .replace("{task}", text.contains("{task}") ? task() : "")
        .replace("{task_id}", text.contains("{task_id}") ? taskMade().field("id") : "")
        .replace("{country_id}", country)
        .replace("{city_id}", city)
        .replace("{hotel_id}", hotel)
        .replace("{code}", text.contains("{code}") ? Lodging.aCode() : "")
        .replace("{free_room}", text.contains("{free_room}") ? Lodging.room(hotel) : "")
        .replace("{day}", Lodging.day(3))
        .replace("{next_day}", Lodging.day(4))
        .replace("{address}", Work.aKey().toLowerCase(Locale.ROOT) + "@gerask.test");
  }

  private Project joined(Project in, Person viewer, Person member) {
    Work.join(manager, in, viewer, "viewer");
    Work.join(manager, in, member, "member");
    Work.join(manager, in, other, "member");
    Work.join(manager, in, bystander, "member");
    return in;
  }

  private Answer taskMade() {
    return Work.task(manager, project, "Whose?");
  }

  private String task() {
    return taskMade().field("key");
  }

  private String linked() {
    String task = task();
    Map<String, String> link = Map.of("type", "relates", "task_id", task());
    Answer made = manager.rest().post("/api/tasks/" + task + "/links", link).is(201);
    return task + " " + made.field("id");
  }

  private String comment(Person who) {
    Rest rest = who.rest();
    return rest.post("/api/tasks/" + task() + "/comments", Map.of("body", "Hm"))
        .is(201)
        .field("id");
  }

  private String file(Person who) {
    byte[] content = "words".getBytes(StandardCharsets.UTF_8);
    return who.rest()
        .upload("/api/tasks/" + task() + "/attachments", "a.txt", content)
        .is(201)
        .field("id");
  }

  private String gone(String path, String id) {
    manager.rest().delete(path + id).is(204);
    return id;
  }

  private static String tag() {
    return People.admin()
        .rest()
        .post("/api/tags", Map.of("name", "Tag " + Work.aKey()))
        .is(201)
        .field("id");
  }

  private static String filter(Person who, boolean shared) {
    Map<String, Object> kept =
        Map.of("name", "Filter " + Work.aKey(), "query", "is open", "shared", shared);
    return who.rest().post("/api/filters", kept).is(201).field("id");
  }

  // made for this machine, which may not be called
  private static String webhook(Person who) {
    Map<String, Object> body =
        Map.of("url", "http://localhost:1/", "events", List.of("tag.created"), "active", false);
    String id = who.rest().post("/api/webhooks", body).is(201).field("id");
    who.rest().get("/api/webhooks/" + id).is(200);
    return id;
  }

  // nobody is told of what they did themselves
  private String notice(Person who) {
    Person giver = who.equals(other) ? bystander : other;
    Map<String, String> task = Map.of("title", "For you", "assignee_id", who.id());
    String mine = "/api/inbox?task=" + giver.rest().post("/api/tasks", task).is(201).field("id");
    Waiting.until(
        Duration.ofSeconds(20),
        () -> who.rest().get(mine).at("/total").asInt() > 0,
        () -> "Nothing was told");
    return who.rest().get(mine).at("/items/0/id").asText();
  }

  private static Answer link(Person who) {
    return who.rest().post("/api/calendars/links", Map.of()).is(201);
  }

  private static String booking(Person who, String hotel) {
    Map<String, Object> stay = Lodging.stay(Lodging.room(hotel), 3, 1);
    return who.rest().post("/api/bookings", stay).is(201).field("id");
  }

  // a picture of two pixels
  private String image() {
    byte[] content = Base64.getDecoder().decode(PICTURE);
    Rest admin = People.admin().rest();
    String id =
        admin.upload("/api/hotels/" + hotel + "/images", "a.png", content).is(202).field("id");
    Waiting.until(
        Duration.ofSeconds(30),
        () -> admin.get("/api/images/" + id).status() == 200,
        () -> "The picture is not ready");
    return id;
  }

  private static String message(Person who) {
    Map<String, String> later =
        Map.of(
            "to", "nobody@gerask.test",
            "subject", "Later",
            "body", "",
            "send_at", Instant.now().plus(1, ChronoUnit.DAYS).toString());
    return who.rest().post("/api/notify/email", later).is(202).field("id");
  }

  // this machine may not be called, so it fails at once
  private static String failed(Person who) {
    Map<String, Object> call = Map.of("url", "http://localhost:1/", "payload", 1);
    String id = who.rest().post("/api/notify/webhook", call).is(202).field("id");
    Waiting.until(
        Duration.ofSeconds(20),
        () -> who.rest().get("/api/notify/jobs/" + id).field("status").equals("failed"),
        () -> "The call did not fail");
    return id;
  }

  // 501 tasks are made once: a job that was canceled is not changed by who looks at it
  private synchronized String bulk() {
    if (bulk == null) {
      Project own = Work.project(other);
      Map<String, String> task = Map.of("title", "One of many", "project", own.key());
      for (int count : new int[] {500, 1}) {
        other
            .rest()
            .post("/api/tasks/batch", Map.of("tasks", Collections.nCopies(count, task)))
            .is(201);
      }
      Map<String, Object> wanted =
          Map.of("q", "project = " + own.key(), "set", Map.of("priority", "high"));
      bulk = other.rest().post("/api/tasks/bulk", wanted).is(202).field("id");
      other.rest().post("/api/tasks/bulk/" + bulk + "/cancel", Map.of());
    }
    return bulk;
  }

  // the same of a file
  private synchronized String longImport() {
    if (longImport == null) {
      String at = "/api/import/tasks?dry_run=true&project=" + Work.project(other).key();
      Rest csv = other.rest().with("Content-Type", "text/csv");
      longImport = csv.post(at, "title\n" + "x\n".repeat(5_001)).is(202).field("id");
      other.rest().post("/api/import/tasks/" + longImport + "/cancel", null);
    }
    return longImport;
  }

  private static String account() {
    String address = Work.aKey().toLowerCase(Locale.ROOT) + "@gerask.test";
    Map<String, String> body =
        Map.of("email", address, "password", People.PASSWORD, "name", "Not for long");
    return People.admin().rest().post("/api/users", body).is(201).field("id");
  }

  private static String session(Person who) {
    return who.rest().get("/api/auth/sessions").is(200).at("/items/0/id").asText();
  }

  private String operation(Person who) {
    return who.rest()
        .patch("/api/tasks/" + task(), Map.of("title", "Changed"))
        .is(200)
        .header("X-Operation-Id");
  }
}
