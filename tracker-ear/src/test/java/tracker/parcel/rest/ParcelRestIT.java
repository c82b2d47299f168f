package tracker.parcel.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tracker.harness.Answer;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Whole projects as documents: who gets one, who brings one in, and what is refused. */
class ParcelRestIT {
  private static final String IN = "/api/import/project";

  private final Person admin = People.admin();
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");

  private static String of(String key) {
    return "/api/export/project/" + key + ".json";
  }

  @Test
  void a_document_comes_back_as_it_was() {
    Project project = Whole.of(anna, boris);
    String key = Work.aKey();
    String document = Whole.elsewhere(Whole.document(admin, project).text(), project, key);
    Answer came = admin.rest().post(IN, document).is(201);
    assertEquals(key, came.field("key"));
    assertTrue(came.header("Location").endsWith("/api/projects/" + came.field("project_id")));
    // everybody is here already
    Map.of("people", 0, "tags", 0, "tasks", 3, "comments", 2, "links", 1, "attachments", 1)
        .forEach((what, many) -> assertEquals(many, came.at("/created/" + what).asInt(), what));
    assertEquals(document, admin.rest().get(of(key)).is(200).text());
    // and it lives on: its next task has the next number, by its own rules
    Answer next = anna.rest().post("/api/tasks", Map.of("title", "Next", "project", key)).is(201);
    assertEquals(key + "-4", next.field("key"));
    anna.rest()
        .patch("/api/tasks/" + key + "-4", Map.of("status", "Done"))
        .refuses(422, "TRANSITION_NEEDS_FIELDS");
    anna.rest().post("/api/tasks/" + key + "-3/restore", null).is(200);
  }

  @Test
  void managers_get_it_without_e_mails_and_others_not_at_all() {
    Project project = Work.project(anna);
    Work.join(anna, project, boris, "member");
    JsonNode mine = Whole.tree(Whole.document(anna, project).text()).at("/people/0");
    assertEquals(anna.id(), mine.path("id").asText());
    assertTrue(mine.path("email").isNull(), mine::toString);
    JsonNode all = Whole.tree(Whole.document(admin, project).text()).at("/people/0");
    assertEquals(anna.email(), all.path("email").asText());
    assertTrue(all.path("id").isNull(), all::toString);
    boris.rest().get(of(project.key())).refuses(403, "FORBIDDEN");
    People.named("Carla Prag").rest().get(of(project.key())).refuses(404, "PROJECT_NOT_FOUND");
    Rest.stranger().get(of(project.key())).refuses(401, "UNAUTHENTICATED");
    anna.rest().get(of(project.key()) + "?files=perhaps").refuses(422, "VALIDATION_ERROR");
    anna.rest().post(IN, "{}").refuses(403, "FORBIDDEN");
    Rest.stranger().post(IN, "{}").refuses(401, "UNAUTHENTICATED");
  }

  @Test
  void it_can_leave_without_the_bytes_of_its_files() {
    Project project = Whole.of(anna, boris);
    Answer light = admin.rest().get(of(project.key()) + "?files=false").is(200);
    assertTrue(light.at("/attachments/0/content").isNull(), light::toString);
    String other = Whole.elsewhere(light.text(), project, Work.aKey());
    Answer came = admin.rest().post(IN, other).is(201);
    assertEquals(0, came.at("/created/attachments").asInt());
    assertEquals(1, came.at("/left_out/attachments").asInt());
  }

  @Test
  void links_to_other_projects_stay_and_are_counted() {
    Project project = Work.project(anna);
    Project other = Work.project(anna);
    String here = Work.task(anna, project, "Here").field("key");
    String there = Work.task(anna, other, "There").field("key");
    String links = "/api/tasks/" + here + "/links";
    anna.rest().post(links, Map.of("type", "relates", "task_id", there)).is(201);
    Answer document = Whole.document(anna, project);
    assertEquals(1, document.at("/left_out/links").asInt());
    assertEquals(0, document.at("/links").size());
    assertFalse(document.text().contains(there), document::toString);
  }

  @Test
  void people_without_an_e_mail_are_known_by_their_id_or_come_disabled() {
    Project project = Work.project(anna);
    Work.task(anna, project, "Of somebody", Map.of("assignee_id", anna.id()));
    String key = Work.aKey();
    // all ids are others, also that of the account
    String light = Whole.elsewhere(Whole.document(anna, project).text(), project, key);
    String account = Whole.tree(light).at("/people/0/id").asText();
    Answer came = admin.rest().post(IN, light).is(201);
    assertEquals(1, came.at("/created/people").asInt());
    Answer made = admin.rest().get("/api/users/" + account).is(200);
    assertEquals("Anna Weber", made.field("name"));
    assertFalse(made.at("/active").asBoolean(), made::toString);
    assertEquals(light, withoutEmails(admin.rest().get(of(key)).is(200).text(), light));
    // the second time the account is known
    String again = Whole.elsewhere(light, new Project("", key), Work.aKey());
    String known =
        Whole.changed(again, tree -> ((ObjectNode) tree.at("/people/0")).put("id", account));
    assertEquals(0, admin.rest().post(IN, known).is(201).at("/created/people").asInt());
  }

  private static String withoutEmails(String document, String like) {
    return Whole.changed(document, tree -> tree.set("people", Whole.tree(like).path("people")));
  }

  @Test
  void a_trial_tells_the_same_and_leaves_nothing() {
    Project project = Whole.of(anna, boris);
    String key = Work.aKey();
    String document = Whole.document(admin, project).text();
    String other = Whole.elsewhere(document, project, Work.aKey());
    Answer trial = admin.rest().post(IN + "?dry_run=true&key=" + key, other).is(200);
    assertTrue(trial.at("/dry_run").asBoolean());
    assertTrue(trial.at("/operation_id").isNull(), trial::toString);
    admin.rest().get("/api/projects/" + key).is(404);
    Answer came =
        admin
            .rest()
            .upload(IN + "?key=" + key, "x.json", other.getBytes(StandardCharsets.UTF_8))
            .is(201);
    assertEquals(trial.at("/created"), came.at("/created"));
    assertEquals(key, came.field("key"));
    anna.rest().get("/api/tasks/" + key + "-1").is(200);
  }

  @Test
  void what_is_here_already_is_named() {
    Project project = Whole.of(anna, boris);
    String document = Whole.document(admin, project).text();
    Answer whole = admin.rest().post(IN, document).refuses(409, "ALREADY_HERE");
    whole.names("project.id");
    assertTrue(whole.text().contains(project.id()), whole::toString);
    String other = Whole.elsewhere(document, project, Work.aKey());
    admin
        .rest()
        .post(IN + "?key=" + project.key(), other)
        .refuses(409, "PROJECT_KEY_TAKEN")
        .names("key");
    anna.rest().delete("/api/projects/" + project.key()).is(204);
    admin.rest().post(IN + "?key=" + project.key(), other).refuses(409, "PROJECT_KEY_TAKEN");
    String task = Whole.tree(document).at("/tasks/1/id").asText();
    String same = Whole.changed(other, tree -> at(tree, "/tasks/1").put("id", task));
    admin.rest().post(IN, same).refuses(409, "ALREADY_HERE").names("tasks[1].id");
    String entry = Whole.tree(document).at("/history/0/id").asText();
    String told = Whole.changed(other, tree -> at(tree, "/history/0").put("id", entry));
    admin.rest().post(IN, told).refuses(409, "ALREADY_HERE").names("history[0].id");
    String chain = Whole.tree(document).at("/history/0/entity_id").asText();
    String hung = Whole.changed(other, tree -> at(tree, "/history/0").put("entity_id", chain));
    admin.rest().post(IN, hung).refuses(409, "ALREADY_HERE").names("history[0].entity_id");
    String file = Whole.tree(document).at("/attachments/0/id").asText();
    String bytes = Whole.changed(other, tree -> at(tree, "/attachments/0").put("id", file));
    admin.rest().post(IN, bytes).refuses(409, "ALREADY_HERE").names("attachments[0].id");
  }

  /** One change of a good document, and the field that its refusal names. */
  private static Arguments wrong(String what, String field, Consumer<ObjectNode> change) {
    return Arguments.of(what, field, change);
  }

  static Stream<Arguments> wrongs() {
    UUID other = UUID.randomUUID();
    return Stream.of(
        wrong("not ours", "format", tree -> tree.put("format", "jira")),
        wrong("newer", "version", tree -> tree.put("version", 2)),
        wrong("bad key", "project.key", tree -> at(tree, "/project").put("key", "neva")),
        wrong("no name", "project.name", tree -> at(tree, "/project").put("name", " ")),
        wrong("unknown part", "extra", tree -> tree.put("extra", 1)),
        wrong("unknown field", "tasks[1].colour", tree -> at(tree, "/tasks/1").put("colour", "x")),
        wrong("no status", "tasks[1].status", tree -> at(tree, "/tasks/1").putNull("status")),
        wrong(
            "alien status", "tasks[1].status", tree -> at(tree, "/tasks/1").put("status", "Lost")),
        wrong("number as text", "tasks[1].number", tree -> at(tree, "/tasks/1").put("number", "x")),
        wrong("no time", "tasks[1].created_at", tree -> at(tree, "/tasks/1").put("created_at", 5)),
        wrong(
            "nobody", "tasks[1].created_by", tree -> at(tree, "/tasks/1").put("created_by", "p77")),
        wrong(
            "alien tag", "tasks[0].tags", tree -> ((ArrayNode) tree.at("/tasks/0/tags")).add("z")),
        wrong("same number", "tasks[0..2]", tree -> at(tree, "/tasks/1").put("number", 1)),
        wrong(
            "same id",
            "tasks[1].id",
            tree -> at(tree, "/tasks/1").set("id", tree.at("/tasks/0/id"))),
        wrong("alien parent", "tasks", tree -> at(tree, "/tasks/1").put("parent_id", "" + other)),
        wrong(
            "circle",
            "tasks",
            tree -> at(tree, "/tasks/0").set("parent_id", tree.at("/tasks/1/id"))),
        wrong("last", "project.last_number", tree -> at(tree, "/project").put("last_number", 2)),
        wrong("ref twice", "people[1].ref", tree -> at(tree, "/people/1").put("ref", "p1")),
        wrong("nul", "comments[0].body", tree -> at(tree, "/comments/0").put("body", "a\u0000b")),
        wrong(
            "comment of an alien task",
            "comments[1].task_id",
            tree -> at(tree, "/comments/1").put("task_id", "" + other)),
        wrong("link type", "links[0].type", tree -> at(tree, "/links/0").put("type", "owns")),
        wrong(
            "link to alien",
            "links[0].to_id",
            tree -> at(tree, "/links/0").put("to_id", "" + other)),
        wrong(
            "link to itself",
            "links[0..0]",
            tree -> at(tree, "/links/0").set("to_id", tree.at("/links/0/from_id"))),
        wrong("link circle", "links", ParcelRestIT::back),
        wrong(
            "entity", "history[0].entity", tree -> at(tree, "/history/0").put("entity", "account")),
        wrong("about", "history[0].about", tree -> at(tree, "/history/0").put("about", "" + other)),
        wrong(
            "rules",
            "statuses[1].name",
            tree -> at(tree, "/workflow/statuses/1").put("name", "Done")),
        wrong(
            "content",
            "attachments[0].sha256",
            tree -> at(tree, "/attachments/0").put("content", "YQ==")),
        wrong(
            "no base64",
            "attachments[0].content",
            tree -> at(tree, "/attachments/0").put("content", "ы")),
        wrong("no list", "comments", tree -> tree.put("comments", 1)));
  }

  private static void back(ObjectNode tree) {
    ObjectNode back = tree.at("/links/0").deepCopy();
    back.put("id", UUID.randomUUID().toString());
    back.set("from_id", tree.at("/links/0/to_id"));
    back.set("to_id", tree.at("/links/0/from_id"));
    ((ArrayNode) tree.at("/links")).add(back);
  }

  private static ObjectNode at(ObjectNode tree, String pointer) {
    return (ObjectNode) Objects.requireNonNull(tree.at(pointer));
  }

  private static String good = "";
  private static String key = "";

  private synchronized void prepare() {
    if (good.isEmpty()) {
      Project project = Whole.of(anna, boris);
      key = Work.aKey();
      good = Whole.elsewhere(Whole.document(admin, project).text(), project, key);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongs")
  void a_document_that_breaks_a_rule_is_refused_as_a_whole(
      String what, String field, Consumer<ObjectNode> change) {
    prepare();
    admin
        .rest()
        .post(IN, Whole.changed(good, change))
        .refuses(422, "VALIDATION_ERROR")
        .names(field);
    nothingRemains();
  }

  private static void nothingRemains() {
    String project = Whole.tree(good).at("/project/id").asText();
    Database database = Database.shared();
    List<String> ids = new ArrayList<>();
    for (String part : List.of("tasks", "comments", "links", "attachments", "history")) {
      Whole.tree(good).path(part).forEach(one -> ids.add(one.path("id").asText()));
    }
    String all = "'" + String.join("','", ids) + "'";
    for (String table :
        List.of(
            "task.task",
            "comment.comment",
            "link.link",
            "attachment.attachment",
            "journal.change",
            "search.document")) {
      String rows = "select count(*) from " + table + " where id in (" + all + ")";
      assertEquals(0, database.number(rows), table);
    }
    assertEquals(
        0, database.number("select count(*) from task.project where id = '" + project + "'"));
    String file = Whole.tree(good).at("/attachments/0/id").asText();
    java.nio.file.Path kept =
        tracker.harness.Product.shared()
            .data()
            .resolve("uploads")
            .resolve(file.substring(file.length() - 2))
            .resolve(file);
    assertFalse(java.nio.file.Files.exists(kept), kept.toString());
  }

  @Test
  void a_document_that_is_cut_names_the_place() {
    prepare();
    for (int part = 1; part < 12; part++) {
      String cut = good.substring(0, good.length() * part / 12);
      admin.rest().post(IN, cut).refuses(422, "VALIDATION_ERROR").names("file");
    }
    Answer told = admin.rest().post(IN, good.substring(0, 200)).refuses(422, "VALIDATION_ERROR");
    assertTrue(told.at("/error/fields/file").asText().contains("line 1, column"), told::toString);
    for (String body : List.of("", "[]", "{}", "x", "{\"a\":1}", good + "{}")) {
      admin.rest().post(IN, body).refuses(422, "VALIDATION_ERROR").names("file");
    }
    nothingRemains();
  }

  @Test
  void a_call_is_refused_before_its_document_is_read() {
    admin.rest().post(IN + "?key=neva", "{}").refuses(422, "VALIDATION_ERROR").names("key");
    admin
        .rest()
        .post(IN + "?dry_run=maybe", "{}")
        .refuses(422, "VALIDATION_ERROR")
        .names("dry_run");
    admin.rest().with("Content-Type", "text/csv").post(IN, "x").is(415);
  }

  @Test
  void a_repeated_call_brings_it_once() {
    Project project = Whole.of(anna, boris);
    String document = Whole.elsewhere(Whole.document(admin, project).text(), project, Work.aKey());
    Rest keyed = admin.rest().with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = keyed.post(IN, document).is(201);
    Answer second = keyed.post(IN, document).is(201);
    assertEquals(first.json(), second.json());
    assertEquals("true", second.header("Idempotency-Replayed"));
    String asLong = document.replaceFirst("\"version\":1", "\"version\":2");
    assertEquals(document.length(), asLong.length());
    keyed.post(IN, asLong).refuses(422, "IDEMPOTENCY_KEY_REUSED");
  }
}
