package tracker.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Json;

class LogLineTest {
  @Test
  void a_line_is_one_object_with_what_the_request_is_known_by() throws Exception {
    new LogContext("r-1", "t-1").open();
    LogRecord entry = new LogRecord(Level.WARNING, "two\nlines {0}");
    entry.setLoggerName("tracker.x");
    entry.setParameters(new Object[] {"and more"});
    String text = new LogLine().format(entry);
    LogContext.close();
    JsonNode line = Json.shared().readTree(text);
    assertEquals(text.length() - 1, text.indexOf('\n'));
    assertEquals("two\nlines and more", line.path("message").asText());
    assertEquals("WARNING", line.path("level").asText());
    assertEquals("r-1", line.path("request_id").asText());
    assertEquals("t-1", line.path("trace_id").asText());
  }

  @Test
  void a_map_adds_its_entries() throws Exception {
    LogRecord entry = new LogRecord(Level.INFO, "GET /tasks/{id} 200");
    entry.setParameters(new Object[] {Map.of("status", 200)});
    JsonNode line = Json.shared().readTree(new LogLine().format(entry));
    assertEquals(200, line.path("status").asInt());
    assertEquals("GET /tasks/{id} 200", line.path("message").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Key (email)=(ann.smith@example.org) already exists",
        "Authorization: Bearer abc.SECRET1.def",
        "token eyJhbGciOiJSUzI1NiJ9.SECRET1.SECRET1",
        "Cookie: gerask_session=SECRET1; a=b",
        "{\"password\":\"SECRET1\"}",
        "refresh=SECRET1",
        "почта анна@пример.рф"
      })
  void secrets_and_addresses_are_blotted_out(String text) {
    String clean = LogLine.clean(text);
    assertFalse(clean.contains("SECRET1"), clean);
    assertFalse(clean.contains("@"), clean);
  }
}
