package tracker.project.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Projects and their members. */
class ProjectsRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");

  /** All pages of the list: other tests make projects of the same person. */
  private String listed() {
    StringBuilder all = new StringBuilder();
    String cursor = "";
    do {
      Answer part = anna.rest().get("/api/projects?limit=200" + cursor).is(200);
      all.append(part.text());
      cursor = part.at("/next").isTextual() ? "&cursor=" + part.field("next") : "";
    } while (!cursor.isEmpty());
    return all.toString();
  }

  @Test
  void a_project_is_created_read_by_id_and_key_and_listed() {
    String key = Work.aKey();
    Answer made =
        anna.rest()
            .post("/api/projects", Map.of("key", key, "name", " Кофейня ", "description", "d"))
            .is(201);
    assertEquals("Кофейня", made.field("name"));
    assertEquals("private", made.field("visibility"));
    assertEquals("manager", made.field("role"));
    assertEquals("/api/projects/" + made.field("id"), made.header("Location"));
    assertEquals("\"1\"", made.header("ETag"));
    assertEquals(made.json(), anna.rest().get("/api/projects/" + key).is(200).json());
    assertEquals(made.json(), anna.rest().get("/api/projects/" + made.field("id")).is(200).json());
    assertTrue(listed().contains(key));
  }

  @Test
  void a_taken_key_is_a_conflict() {
    Project project = Work.project(anna);
    boris
        .rest()
        .post("/api/projects", Map.of("key", project.key(), "name", "Mine"))
        .refuses(409, "PROJECT_KEY_TAKEN")
        .names("key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "gerask", "1AB", "TOOLONGAKEY", "ÄB", "A-B"})
  void a_bad_key_is_named(String key) {
    anna.rest()
        .post("/api/projects", Map.of("key", key, "name", "x"))
        .refuses(422, "VALIDATION_ERROR")
        .names("key");
  }

  @Test
  void fields_that_only_the_server_sets_are_refused() {
    for (String field : new String[] {"id", "version", "created_by", "created_at", "role"}) {
      Map<String, Object> body = new HashMap<>(Map.of("key", Work.aKey(), "name", "x"));
      body.put(field, "1");
      anna.rest().post("/api/projects", body).refuses(422, "VALIDATION_ERROR").names(field);
    }
  }

  @Test
  void a_private_project_looks_unknown_to_strangers() {
    Project project = Work.project(anna);
    String path = "/api/projects/" + project.key();
    Rest rest = boris.rest();
    rest.get(path).refuses(404, "PROJECT_NOT_FOUND");
    rest.get(path + "/members").refuses(404, "PROJECT_NOT_FOUND");
    rest.patch(path, Map.of("name", "x")).refuses(404, "PROJECT_NOT_FOUND");
    rest.delete(path).refuses(404, "PROJECT_NOT_FOUND");
    rest.put(path + "/members/" + boris.id(), Map.of("role", "manager"))
        .refuses(404, "PROJECT_NOT_FOUND");
    rest.delete(path + "/members/" + anna.id()).refuses(404, "PROJECT_NOT_FOUND");
    rest.post("/api/tasks", Map.of("title", "x", "project", project.key()))
        .refuses(404, "PROJECT_NOT_FOUND");
    assertEquals(0, rest.get("/api/tasks?project=" + project.key()).is(200).at("/total").asInt());
    assertTrue(!rest.get("/api/projects?limit=200").is(200).text().contains(project.key()));
  }

  @Test
  void an_internal_project_is_read_by_all_and_changed_by_members() {
    Project project = Work.project(anna, "internal");
    String path = "/api/projects/" + project.key();
    boris.rest().get(path).is(200);
    boris.rest().get(path + "/members").is(200);
    boris.rest().patch(path, Map.of("name", "x")).refuses(403, "FORBIDDEN");
    boris.rest().delete(path).refuses(403, "FORBIDDEN");
    boris
        .rest()
        .post("/api/tasks", Map.of("title", "x", "project", project.key()))
        .refuses(403, "FORBIDDEN");
    Work.join(anna, project, boris, "member");
    Work.task(boris, project, "now mine");
    boris.rest().patch(path, Map.of("name", "x")).refuses(403, "FORBIDDEN");
  }

  @Test
  void a_patch_changes_what_it_names_and_is_quiet_where_nothing_changes() {
    Project project = Work.project(anna);
    String path = "/api/projects/" + project.id();
    Answer changed =
        anna.rest()
            .with("If-Match", "\"1\"")
            .patch(path, Map.of("name", "New", "visibility", "internal"))
            .is(200);
    assertEquals("\"2\"", changed.header("ETag"));
    assertEquals("internal", changed.field("visibility"));
    changed.header("X-Operation-Id");
    Answer same = anna.rest().patch(path, Map.of("name", "New")).is(200);
    assertEquals(changed.json(), same.json());
    anna.rest()
        .with("If-Match", "\"1\"")
        .patch(path, Map.of("name", "Late"))
        .refuses(412, "STALE")
        .at("/current/version");
    anna.rest().patch(path, "{\"name\":null}").refuses(422, "VALIDATION_ERROR").names("name");
    anna.rest().patch(path, Map.of("key", "X1")).refuses(422, "VALIDATION_ERROR").names("key");
    anna.rest()
        .patch(path, Map.of("visibility", "public"))
        .refuses(422, "VALIDATION_ERROR")
        .names("visibility");
    anna.rest().with("If-None-Match", "\"2\"").get(path).is(304);
  }

  @Test
  void a_deleted_project_takes_its_tasks_along_and_undo_brings_both_back() {
    Project project = Work.project(anna);
    Answer task = Work.task(anna, project, "inside");
    String path = "/api/projects/" + project.key();
    anna.rest().with("If-Match", "\"9\"").delete(path).refuses(412, "STALE");
    Answer deleted = anna.rest().delete(path).is(204);
    anna.rest().get(path).refuses(404, "PROJECT_NOT_FOUND");
    anna.rest().get("/api/tasks/" + task.field("id")).refuses(404, "TASK_NOT_FOUND");
    anna.rest()
        .post("/api/projects", Map.of("key", project.key(), "name", "x"))
        .refuses(409, "PROJECT_KEY_TAKEN");
    anna.rest().post("/api/operations/" + deleted.header("X-Operation-Id") + "/undo", null).is(200);
    anna.rest().get(path).is(200);
    anna.rest().get("/api/tasks/" + task.field("key")).is(200);
    anna.rest().delete(path).is(204);
    boris.rest().post(path + "/restore", null).refuses(404, "PROJECT_NOT_FOUND");
    Answer restored = anna.rest().post(path + "/restore", null).is(200);
    assertEquals(project.id(), restored.field("id"));
    anna.rest().get("/api/tasks/" + task.field("key")).is(200);
    Answer again = anna.rest().post(path + "/restore", null).is(200);
    assertEquals(restored.header("ETag"), again.header("ETag"), "Nothing changed");
  }

  @Test
  void members_are_put_listed_and_removed_and_one_manager_stays() {
    Project project = Work.project(anna);
    String members = "/api/projects/" + project.key() + "/members";
    Answer put = anna.rest().put(members + "/" + boris.id(), Map.of("role", "viewer")).is(200);
    assertEquals(boris.id(), put.field("user_id"));
    assertEquals(boris.name(), put.field("name"));
    assertEquals("viewer", put.field("role"));
    assertEquals(2, anna.rest().get(members).is(200).at("/items").size());
    anna.rest()
        .put(members + "/" + anna.id(), Map.of("role", "member"))
        .refuses(409, "LAST_MANAGER");
    anna.rest().delete(members + "/" + anna.id()).refuses(409, "LAST_MANAGER");
    anna.rest()
        .put(members + "/" + UUID.randomUUID(), Map.of("role", "viewer"))
        .refuses(404, "MEMBER_NOT_FOUND");
    anna.rest()
        .put(members + "/" + boris.id(), Map.of("role", "owner"))
        .refuses(422, "VALIDATION_ERROR")
        .names("role");
    anna.rest().put(members + "/" + boris.id(), "{}").refuses(422, "VALIDATION_ERROR");
    anna.rest().delete(members + "/" + boris.id()).is(204);
    anna.rest().delete(members + "/" + boris.id()).refuses(404, "MEMBER_NOT_FOUND");
    boris.rest().get(members).refuses(404, "PROJECT_NOT_FOUND");
  }

  @Test
  void an_administrator_runs_every_project() {
    Project project = Work.project(anna);
    People.admin()
        .rest()
        .patch("/api/projects/" + project.key(), Map.of("name", "Put in order"))
        .is(200);
  }

  @Test
  void nobody_without_a_token_gets_in() {
    Rest.stranger().get("/api/projects").refuses(401, "UNAUTHENTICATED");
    Rest.stranger()
        .post("/api/projects", Map.of("key", "AB", "name", "x"))
        .refuses(401, "UNAUTHENTICATED");
  }
}
