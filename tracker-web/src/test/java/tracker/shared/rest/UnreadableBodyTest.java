package tracker.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.identity.Role;
import tracker.shared.Json;
import tracker.shared.Problem;

class UnreadableBodyTest {
  /** A body with a field of each kind. */
  record Body(
      String title, UUID ownerId, Instant dueAt, Role role, List<Body> parts, Integer number) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"titel\":1}|titel|invalid.unknown",
        "{\"title\":1}|title|invalid.type",
        "{\"owner_id\":\"x\"}|owner_id|invalid.id",
        "{\"due_at\":\"x\"}|due_at|invalid.time",
        "{\"role\":\"x\"}|role|invalid.word",
        "{\"parts\":[{},{\"due_at\":\"x\"}]}|parts[1].due_at|invalid.time",
        "{\"number\":\"x\"}|number|invalid.type",
        "{\"parts\":7}|parts|invalid.type"
      })
  void a_field_that_does_not_fit_is_422_and_named(String body, String field, String key) {
    Problem problem = problem(body);
    assertEquals(422, problem.code().status());
    assertEquals(key, problem.fields().get(field).key(), problem.fields().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "7", "{\"title\":}", "{} {}", "{\"parts\":[{\"title\":}]}"})
  void what_is_no_object_is_400(String body) {
    assertEquals(400, problem(body).code().status());
  }

  private static Problem problem(String body) {
    return UnreadableBody.problem(
        assertThrows(
            JsonProcessingException.class, () -> Json.shared().readValue(body, Body.class)));
  }
}
