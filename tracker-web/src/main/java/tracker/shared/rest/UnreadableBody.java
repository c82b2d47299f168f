package tracker.shared.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/** What is wrong with a body: not JSON is 400; a field unknown or of a wrong type is 422. */
final class UnreadableBody {
  private UnreadableBody() {}

  static Problem problem(JsonProcessingException thrown) {
    if (!(thrown instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return Problem.of(CommonProblem.UNREADABLE_BODY);
    }
    String field = path(mapping.getPath());
    if (thrown instanceof UnrecognizedPropertyException) {
      return Problem.invalid(field, "invalid.unknown");
    }
    if (thrown instanceof InvalidFormatException format && format.getValue() instanceof String) {
      return wrongWord(field, format);
    }
    if (thrown instanceof MismatchedInputException) {
      return Problem.invalid(field, "invalid.type");
    }
    // a parse error somewhere inside an array or object
    return thrown.getCause() instanceof Problem problem
        ? problem
        : Problem.of(CommonProblem.UNREADABLE_BODY);
  }

  private static Problem wrongWord(String field, InvalidFormatException format) {
    Class<?> wanted = format.getTargetType();
    if (wanted == null) {
      return Problem.invalid(field, "invalid.type");
    } else if (wanted.isEnum()) {
      return Problem.invalid(field, "invalid.word", String.join(", ", words(wanted)));
    } else if (wanted == UUID.class) {
      return Problem.invalid(field, "invalid.id");
    } else if (Temporal.class.isAssignableFrom(wanted)) {
      return Problem.invalid(field, "invalid.time");
    } else if (wanted == String.class) {
      return Problem.invalid(field, "invalid.text");
    }
    return Problem.invalid(field, "invalid.type");
  }

  private static List<String> words(Class<?> wanted) {
    List<String> words = new ArrayList<>();
    for (Object constant : wanted.getEnumConstants()) {
      words.add(word(wanted, ((Enum<?>) constant).name()));
    }
    return words;
  }

  private static String word(Class<?> wanted, String name) {
    @Nullable JsonProperty said = null;
    try {
      said = wanted.getField(name).getAnnotation(JsonProperty.class);
    } catch (NoSuchFieldException e) {
      // not possible for a constant; its name will do
    }
    return said == null ? name.toLowerCase(Locale.ROOT) : said.value();
  }

  private static String path(List<JsonMappingException.Reference> steps) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : steps) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.length() > 200 ? path.substring(0, 200) : path.toString();
  }
}
