package tracker.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;

/**
 * Turns broken constraints into the one refusal; their messages are keys of the texts, e.g. {@code
 * {invalid.size}}.
 */
public final class Shapes {
  private Shapes() {}

  /**
   * Refuses a value that breaks the constraints of its type, or has text that cannot be stored.
   *
   * @param prefix put before each field's name, e.g. {@code tasks[3].}
   */
  public static <T> void check(Validator validator, T value, String prefix) {
    Problem problem = Problem.of(CommonProblem.VALIDATION_ERROR);
    Storable.scan(value, prefix, problem);
    Set<ConstraintViolation<T>> broken = validator.validate(value);
    if (broken.isEmpty() && problem.fields().isEmpty()) {
      return;
    }
    for (ConstraintViolation<T> one : broken) {
      problem.field(
          prefix + snake(one.getPropertyPath().toString()),
          key(one.getMessageTemplate()),
          args(one));
    }
    throw problem;
  }

  private static String key(String template) {
    return template.startsWith("{") && template.endsWith("}")
        ? template.substring(1, template.length() - 1)
        : template;
  }

  private static Object[] args(ConstraintViolation<?> one) {
    Map<String, Object> attributes = one.getConstraintDescriptor().getAttributes();
    return attributes.containsKey("min") && attributes.containsKey("max")
        ? new Object[] {attributes.get("min"), attributes.get("max")}
        : new Object[0];
  }

  private static String snake(String path) {
    return Storable.snake(path.replaceAll("\\.?<[^>]*>", ""));
  }
}
