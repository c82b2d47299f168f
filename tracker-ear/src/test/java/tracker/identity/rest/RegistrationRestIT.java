package tracker.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;

class RegistrationRestIT {
  private static final Rest STRANGER = Rest.stranger();

  private static Map<String, Object> body(String email, String password, String name) {
    return Map.of("email", email, "password", password, "name", name);
  }

  private static String fresh() {
    return "Reg." + UUID.randomUUID() + "@Gerask.TEST";
  }

  @Test
  void an_account_is_opened_with_the_e_mail_in_lower_case() {
    String email = fresh();
    var opened =
        STRANGER.post("/auth/register", body(" " + email + " ", People.PASSWORD, " Жан ")).is(201);
    assertEquals(email.toLowerCase(Locale.ROOT), opened.field("email"));
    assertEquals("Жан", opened.field("name"));
    assertEquals("user", opened.field("role"));
    assertEquals("\"1\"", opened.header("ETag"));
    assertTrue(opened.header("Location").endsWith("/users/" + opened.field("id")));
    STRANGER
        .post("/auth/register", body(email.toUpperCase(Locale.ROOT), People.PASSWORD, "Other"))
        .refuses(409, "EMAIL_TAKEN")
        .names("email");
  }

  @Test
  void what_breaks_a_rule_is_named_by_its_field() {
    refused(body("no address", People.PASSWORD, "Ann"), "email");
    refused(body(fresh(), "abc", "Ann"), "password");
    refused(body(fresh(), "Password1", "Ann"), "password");
    refused(body(fresh(), "x".repeat(1001), "Ann"), "password");
    refused(body(fresh(), People.PASSWORD, "  "), "name");
    refused(body(fresh(), People.PASSWORD, "a\u0000b"), "name");
    refused(body(fresh(), People.PASSWORD, "x".repeat(101)), "name");
    refused(Map.of("email", fresh(), "name", "Ann"), "password");
  }

  @Test
  void nobody_makes_himself_an_administrator() {
    refused(
        Map.of("email", fresh(), "password", People.PASSWORD, "name", "Ann", "role", "admin"),
        "role");
  }

  private static void refused(Object body, String field) {
    STRANGER.post("/auth/register", body).refuses(422, "VALIDATION_ERROR").names(field);
  }

  @Test
  void the_profile_is_patched_field_by_field() {
    Person person = People.newcomer();
    var changed =
        person
            .rest()
            .patch("/auth/me", Map.of("locale", "ru", "time_zone", "Europe/Moscow"))
            .is(200);
    assertEquals("ru", changed.field("locale"));
    assertEquals(person.name(), changed.field("name"));
    assertEquals("\"2\"", changed.header("ETag"));
    var cleared = person.rest().patch("/auth/me", "{\"locale\":null}").is(200);
    assertTrue(cleared.at("/locale").isNull());
    assertEquals("Europe/Moscow", cleared.field("time_zone"));
    person.rest().with("If-Match", "\"1\"").patch("/auth/me", Map.of("name", "Late")).is(412);
    person.rest().with("If-None-Match", "\"3\"").get("/auth/me").is(304);
    person
        .rest()
        .patch("/auth/me", Map.of("time_zone", "Mars/Base"))
        .refuses(422, "VALIDATION_ERROR");
    person.rest().patch("/auth/me", Map.of("role", "admin")).refuses(422, "VALIDATION_ERROR");
    STRANGER.get("/auth/me").refuses(401, "UNAUTHENTICATED");
  }

  @Test
  void a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    Person person = People.newcomer();
    Person elsewhere = People.login(STRANGER, person.email(), person.password());
    String next = "another harbour 77";
    person
        .rest()
        .patch("/auth/me", Map.of("password", next))
        .refuses(422, "VALIDATION_ERROR")
        .names("old_password");
    person
        .rest()
        .patch("/auth/me", Map.of("password", next, "old_password", "not this one"))
        .refuses(422, "VALIDATION_ERROR")
        .names("old_password");
    person
        .rest()
        .patch("/auth/me", Map.of("password", next, "old_password", person.password()))
        .is(200);
    person.rest().get("/auth/me").is(200);
    elsewhere.rest().get("/auth/me").refuses(401, "UNAUTHENTICATED");
    STRANGER.post("/auth/refresh", Map.of("refresh", elsewhere.refresh())).is(401);
    STRANGER
        .post("/auth/login", Map.of("email", person.email(), "password", person.password()))
        .refuses(401, "WRONG_CREDENTIALS");
    People.login(STRANGER, person.email(), next);
  }
}
