package tracker.shared.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Texts;

/**
 * The one shape of errors.
 *
 * @param error code, words and the fields that are wrong
 * @param current the present state, for a writer that came too late (412)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(Said error, @Nullable Object current) {
  /** What is wrong: a code that never changes, words in the caller's language. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Said(String code, String message, @Nullable Map<String, String> fields) {}

  static ErrorBody of(Problem problem, Locale locale) {
    Texts texts = Texts.in(locale);
    Map<String, String> fields = new LinkedHashMap<>();
    problem.fields().forEach((name, text) -> fields.put(name, texts.say(text)));
    return new ErrorBody(
        new Said(
            problem.code().name(), texts.say(problem.text()), fields.isEmpty() ? null : fields),
        problem.current());
  }
}
