package tracker.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.Assertions;

/** What came back: asked things fail with the whole answer in the message. */
public record Answer(String call, int status, HttpHeaders headers, String text) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Fails unless the status is this one. */
  public Answer is(int expected) {
    Assertions.assertEquals(expected, status, this::toString);
    return this;
  }

  /** Fails unless it is a refusal of this status and code in the error shape. */
  public Answer refuses(int expected, String code) {
    is(expected);
    JsonNode error = json().path("error");
    Assertions.assertEquals(code, error.path("code").asText(), this::toString);
    Assertions.assertFalse(error.path("message").asText().isBlank(), this::toString);
    return this;
  }

  /** Fails unless the refusal names this field. */
  public Answer names(String field) {
    Assertions.assertTrue(json().path("error").path("fields").has(field), this::toString);
    return this;
  }

  /** The body as a tree. */
  public JsonNode json() {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + this, e);
    }
  }

  /** A part of the body by JSON pointer, e.g. {@code /items/0/key}; fails where it is missing. */
  public JsonNode at(String pointer) {
    JsonNode found = json().at(pointer);
    Assertions.assertFalse(found.isMissingNode(), () -> pointer + " is missing in " + this);
    return found;
  }

  /** A text field of the body. */
  public String field(String name) {
    return at("/" + name).asText();
  }

  /** A header; fails where it is missing. */
  public String header(String name) {
    return headers
        .firstValue(name)
        .orElseThrow(() -> new AssertionError("No header " + name + " in " + this));
  }

  @Override
  public String toString() {
    String body = text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    return call + " -> " + status + " " + headers.map() + "\n" + body;
  }
}
