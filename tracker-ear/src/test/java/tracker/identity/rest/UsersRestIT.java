package tracker.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;

class UsersRestIT {
  private static final Rest ADMIN = People.admin().rest();

  @Test
  void everybody_sees_names_and_administrators_see_all() {
    Person person = People.newcomer();
    Answer plain = person.rest().get("/api/users?limit=200").is(200);
    assertEquals(2, plain.at("/items/0").size());
    Answer full = ADMIN.get("/api/users?q=" + person.email()).is(200);
    assertEquals(person.email(), full.at("/items/0/email").asText());
    // an e-mail finds nobody for those who may not see it
    assertEquals(
        0, person.rest().get("/api/users?q=" + person.email()).is(200).at("/total").asInt());
    assertEquals(2, person.rest().get("/api/users/" + person.id()).is(200).json().size());
    Rest.stranger().get("/api/users").refuses(401, "UNAUTHENTICATED");
    person.rest().get("/api/users?limit=0").refuses(422, "VALIDATION_ERROR").names("limit");
    person.rest().get("/api/users/" + UUID.randomUUID()).refuses(404, "ACCOUNT_NOT_FOUND");
    person.rest().get("/api/users/nobody").refuses(404, "NOT_FOUND");
  }

  @Test
  void users_may_not_administer() {
    Person person = People.newcomer();
    String path = "/api/users/" + person.id();
    person.rest().post("/api/users", account("user")).refuses(403, "FORBIDDEN");
    person.rest().patch(path, Map.of("role", "admin")).refuses(403, "FORBIDDEN");
    person.rest().delete(path).refuses(403, "FORBIDDEN");
  }

  @Test
  void an_administrator_opens_and_changes_accounts() {
    Answer made = ADMIN.post("/api/users", account("admin")).is(201);
    assertEquals("admin", made.field("role"));
    String path = "/api/users/" + made.field("id");
    Answer changed =
        ADMIN.with("If-Match", "\"1\"").patch(path, Map.of("role", "user", "name", "New")).is(200);
    assertEquals("\"2\"", changed.header("ETag"));
    ADMIN.with("If-Match", "\"1\"").patch(path, Map.of("name", "Late")).refuses(412, "STALE");
    ADMIN.patch(path, "{\"role\":null}").refuses(422, "VALIDATION_ERROR").names("role");
    ADMIN.patch(path, Map.of("email", "x@y.z")).refuses(422, "VALIDATION_ERROR").names("email");
  }

  @Test
  void an_administrator_gives_another_password_and_all_sessions_end() {
    Person person = People.newcomer();
    String path = "/api/users/" + person.id();
    ADMIN
        .patch(path, Map.of("password", "short"))
        .refuses(422, "VALIDATION_ERROR")
        .names("password");
    ADMIN.patch(path, "{\"password\":null}").refuses(422, "VALIDATION_ERROR").names("password");
    person.rest().get("/auth/me").is(200);
    String fresh = "granite 5512 lantern";
    Answer changed = ADMIN.patch(path, Map.of("password", fresh)).is(200);
    assertFalse(changed.text().contains("granite"), changed::text);
    person.rest().get("/auth/me").refuses(401, "UNAUTHENTICATED");
    Rest.stranger()
        .post("/auth/login", Map.of("email", person.email(), "password", person.password()))
        .refuses(401, "WRONG_CREDENTIALS");
    People.login(Rest.stranger(), person.email(), fresh).rest().get("/auth/me").is(200);
    person.rest().patch(path, Map.of("password", fresh)).refuses(401, "UNAUTHENTICATED");
  }

  @Test
  void the_role_of_now_counts_and_not_that_of_the_token() {
    Answer made = ADMIN.post("/api/users", account("admin")).is(201);
    Person second = People.login(Rest.stranger(), made.field("email"), People.PASSWORD);
    second.rest().get("/api/users/" + made.field("id")).is(200).field("email");
    ADMIN.patch("/api/users/" + made.field("id"), Map.of("role", "user")).is(200);
    second.rest().post("/api/users", account("user")).refuses(403, "FORBIDDEN");
  }

  @Test
  void the_last_active_administrator_keeps_the_role() {
    // other tests may have left administrators behind
    Database.shared()
        .change(
            "update auth.account set role = 'user', version = version + 1"
                + " where role = 'admin' and email <> ?",
            People.admin().email());
    String path = "/api/users/" + People.admin().id();
    ADMIN.patch(path, Map.of("role", "user")).refuses(409, "LAST_ADMIN");
    ADMIN.patch(path, Map.of("active", false)).refuses(409, "LAST_ADMIN");
    ADMIN.delete(path).refuses(409, "LAST_ADMIN");
    Answer second = ADMIN.post("/api/users", account("admin")).is(201);
    ADMIN.patch("/api/users/" + second.field("id"), Map.of("role", "user")).is(200);
    ADMIN.patch(path, Map.of("role", "user")).refuses(409, "LAST_ADMIN");
  }

  @Test
  void who_is_disabled_is_out_at_once() {
    Person person = People.newcomer();
    ADMIN.patch("/api/users/" + person.id(), Map.of("active", false)).is(200);
    person.rest().get("/auth/me").refuses(401, "UNAUTHENTICATED");
    Rest.stranger()
        .post("/auth/login", Map.of("email", person.email(), "password", person.password()))
        .refuses(401, "WRONG_CREDENTIALS");
  }

  @Test
  void who_is_removed_leaves_a_pseudonym_and_no_personal_data() {
    Person person = People.newcomer();
    ADMIN.with("If-Match", "\"99\"").delete("/api/users/" + person.id()).refuses(412, "STALE");
    ADMIN.delete("/api/users/" + person.id()).is(204);
    ADMIN.get("/api/users/" + person.id()).refuses(404, "ACCOUNT_NOT_FOUND");
    person.rest().get("/auth/me").refuses(401, "UNAUTHENTICATED");
    UUID id = UUID.fromString(person.id());
    List<String> rows =
        Database.shared().column("select to_json(a)::text from auth.account a where id = ?", id);
    assertFalse(rows.get(0).contains(person.email()));
    assertTrue(rows.get(0).contains("Former user "));
    assertEquals(
        List.of(""),
        Database.shared()
            .column(
                "select distinct ip || user_agent from auth.login_audit where user_id = ?", id));
    assertEquals(
        0, Database.shared().number("select count(*) from auth.session where account_id = ?", id));
    // the address is free again
    Rest.stranger()
        .post(
            "/auth/register",
            Map.of("email", person.email(), "password", People.PASSWORD, "name", "Again"))
        .is(201);
  }

  @Test
  void changes_of_accounts_are_in_the_journal_without_personal_values() {
    Person person = People.newcomer();
    person.rest().patch("/auth/me", Map.of("name", "Very Private", "theme", "dark")).is(200);
    List<String> rows =
        Database.shared()
            .column(
                "select to_json(c)::text from journal.change c where entity_id = ?",
                UUID.fromString(person.id()));
    assertEquals(3, rows.size(), rows::toString);
    assertTrue(rows.stream().noneMatch(row -> row.contains("Very Private")), rows::toString);
    assertTrue(rows.stream().anyMatch(row -> row.contains("dark")), rows::toString);
  }

  private static Map<String, Object> account(String role) {
    return Map.of(
        "email",
        UUID.randomUUID() + "@gerask.test",
        "password",
        People.PASSWORD,
        "name",
        "Made",
        "role",
        role);
  }
}
