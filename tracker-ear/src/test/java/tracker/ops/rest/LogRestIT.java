package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.People;
import tracker.harness.Product;
import tracker.harness.Rest;

/** The log and the connections of the whole run, so this comes last. */
@Order(Integer.MAX_VALUE)
@Isolated("looks at the whole run")
class LogRestIT {
  @Test
  void the_log_of_the_whole_run_holds_no_address_password_or_token() {
    People.Person person = People.newcomer();
    person.rest().get("/api/auth/me").is(200);
    Rest.stranger()
        .post("/api/auth/login", Map.of("email", person.email(), "password", "not the right one"))
        .is(401);
    String log = Product.shared().log();
    assertTrue(log.contains("/auth/me"), "The log has a line per request");
    List<String> told = People.secrets().stream().filter(log::contains).toList();
    assertEquals(List.of(), told);
  }

  @Test
  void the_run_left_no_stack_trace() {
    List<String> traces =
        Product.shared()
            .log()
            .lines()
            .filter(line -> line.contains("\\tat ") || line.contains("\tat "))
            .limit(5)
            .toList();
    assertEquals(List.of(), traces);
  }

  @Test
  void in_the_whole_run_nothing_was_asked_of_anybody_outside_this_machine() {
    assertTrue(Product.peers().looks() > 20, "It was not watched");
    assertEquals(Set.of(), Product.peers().seen());
  }
}
