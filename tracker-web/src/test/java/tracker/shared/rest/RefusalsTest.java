package tracker.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

class RefusalsTest {
  @Test
  void a_problem_is_found_however_deep_it_lies() {
    Problem inside = Problem.of(CommonProblem.CONFLICT);
    Throwable outside = new IllegalStateException(new RuntimeException(inside));
    assertEquals(CommonProblem.CONFLICT, Refusals.of(outside).code());
  }

  @ParameterizedTest
  @CsvSource({
    "08006,503",
    "08001,503",
    "57P01,503",
    "53300,503",
    "40001,503",
    "55P03,503",
    "22021,422",
    "22008,422",
    "23505,409",
    "42601,500"
  })
  void the_databases_codes_become_statuses(String state, int status) {
    Throwable thrown = new RuntimeException(new SQLException("words", state));
    assertEquals(status, Refusals.of(thrown).code().status());
  }

  @Test
  void a_full_pool_is_503_with_a_time() {
    Problem found =
        Refusals.of(new SQLException("Error in allocating a connection. Cause: in use"));
    assertEquals(503, found.code().status());
    assertEquals(2L, found.retryAfterSeconds());
  }

  @ParameterizedTest
  @CsvSource({"404,NOT_FOUND", "405,METHOD_NOT_ALLOWED", "418,BAD_REQUEST", "502,INTERNAL_ERROR"})
  void a_bare_status_has_a_code(int status, String code) {
    assertEquals(code, Refusals.of(status).code().name());
  }
}
