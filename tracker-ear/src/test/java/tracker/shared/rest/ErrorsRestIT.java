package tracker.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.Rest;

/** Refusals have one shape, wherever they come from. */
class ErrorsRestIT {
  private final Rest anna = People.named("Anna Weber").rest();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/nothing",
        "/api/tasks/NOPE-1/nothing",
        "/api/",
        "/nothing-here",
        "/tasks/x/y/z",
        "/auth/nothing"
      })
  void an_unknown_route_is_404(String path) {
    anna.with("Accept", "application/json").get(path).refuses(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "POST"})
  void a_method_that_the_route_does_not_take_is_405(String method) {
    Answer answer = anna.send(method, "/.well-known/jwks.json", null);
    answer.refuses(405, "METHOD_NOT_ALLOWED");
  }

  @Test
  void a_body_of_another_type_is_415() {
    anna.with("Content-Type", "text/plain")
        .post("/api/tasks", "title=x")
        .refuses(415, "UNSUPPORTED_MEDIA_TYPE");
    anna.with("Content-Type", "application/xml")
        .post("/api/tasks", "<x/>")
        .refuses(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void an_answer_of_another_type_is_406() {
    anna.with("Accept", "application/xml").get("/api/tasks").refuses(406, "NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"title\":}", "", "null", "[", "{\"title\":\"x\"} {", "\u0000"})
  void a_body_that_is_not_json_is_400(String body) {
    anna.post("/api/tasks", body).is(400);
    assertFalse(anna.post("/api/tasks", body).at("/error/code").asText().isBlank());
  }

  @Test
  void a_body_of_another_shape_is_refused_without_a_word_of_the_machine() {
    for (String body :
        new String[] {"[]", "\"x\"", "7", "true", "{\"title\":{}}", "{\"tags\":7}"}) {
      Answer answer = anna.post("/api/tasks", body);
      assertTrue(answer.status() == 400 || answer.status() == 422, answer::toString);
      assertFalse(answer.text().contains("Exception"), answer::toString);
      assertFalse(answer.text().contains("tracker."), answer::toString);
    }
  }

  @Test
  void deep_json_is_refused() {
    String deep = "{\"title\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    Answer answer = anna.post("/api/tasks", deep);
    assertTrue(answer.status() == 400 || answer.status() == 422, answer::toString);
  }

  @Test
  void unknown_fields_are_422_and_named() {
    anna.post("/api/tasks", Map.of("title", "x", "owner_id", "y"))
        .refuses(422, "VALIDATION_ERROR")
        .names("owner_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "version", "created_at", "created_by", "key"})
  void fields_of_the_server_cannot_be_set(String field) {
    anna.post("/api/tasks", Map.of("title", "x", field, "1"))
        .refuses(422, "VALIDATION_ERROR")
        .names(field);
  }

  @Test
  void without_or_with_a_bad_token_it_is_401() {
    Rest.stranger().get("/api/tasks").refuses(401, "UNAUTHENTICATED");
    Rest.stranger().as("not.a.token").get("/api/tasks").refuses(401, "UNAUTHENTICATED");
    Rest.stranger()
        .with("Authorization", "Basic YTpi")
        .get("/api/tasks")
        .refuses(401, "UNAUTHENTICATED");
    // alg none
    Rest.stranger()
        .as("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiZ3JvdXBzIjpbImFkbWluIl19.")
        .get("/api/tasks")
        .refuses(401, "UNAUTHENTICATED");
  }

  @Test
  void messages_follow_the_language_and_codes_do_not() {
    Answer russian = anna.with("Accept-Language", "ru").get("/api/tasks/NOPE-999");
    Answer english = anna.with("Accept-Language", "en").get("/api/tasks/NOPE-999");
    assertEquals(english.at("/error/code"), russian.at("/error/code"));
    assertNotEquals(english.at("/error/message"), russian.at("/error/message"));
    assertTrue(russian.at("/error/message").asText().matches(".*[а-я].*"), russian::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "page=0", "page=-1", "cursor=%21%21", "sort=x"})
  void bad_parts_of_a_list_are_422(String query) {
    Answer answer = anna.get("/api/tasks?" + query).refuses(422, "VALIDATION_ERROR");
    answer.names(query.substring(0, query.indexOf('=')));
  }

  @Test
  void the_request_id_comes_back() {
    Answer answer = anna.with("X-Request-Id", "walk-42").get("/api/auth/me").is(200);
    assertEquals("walk-42", answer.header("X-Request-Id"));
    assertFalse(anna.get("/api/auth/me").header("X-Request-Id").isBlank());
  }
}
