package tracker.shared;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller is told about: a code that never changes, an HTTP status, and words in
 * the caller's language.
 *
 * <p>Thrown by doors; it rolls their transaction back. REST renders it as {@code
 * {"error":{"code","message","fields"}}}, pages show the same words. Each capability lists its
 * codes in one enum that implements {@link Code}.
 */
@ApplicationException(rollback = true, inherited = true)
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A kind of refusal; its name is the public code, its words stand in the texts under {@link
   * #textKey()}.
   */
  public interface Code {
    /** The public code, e.g. {@code TASK_NOT_FOUND}; enums give it for free. */
    String name();

    /** The HTTP status that goes with it. */
    int status();

    /** Where its words stand in the texts. */
    default String textKey() {
      return "problem." + name();
    }
  }

  private final transient Code code;
  private final transient Object[] args;
  private final transient Map<String, Text> fields = new LinkedHashMap<>();
  private transient @Nullable Object current;
  private @Nullable Long retryAfterSeconds;

  private Problem(Code code, Object... args) {
    super(code.name(), null, false, false);
    this.code = code;
    this.args = args;
  }

  /** A refusal of this kind; {@code args} fill the places of its text. */
  public static Problem of(Code code, Object... args) {
    return new Problem(code, args);
  }

  /** A body that breaks a rule: 422 with one named field. */
  public static Problem invalid(String field, String textKey, Object... args) {
    return new Problem(CommonProblem.VALIDATION_ERROR).field(field, textKey, args);
  }

  /**
   * Adds what is wrong with one field, named as in the body ({@code due_at}, {@code
   * tasks[3].title}).
   */
  public Problem field(String name, String textKey, Object... textArgs) {
    fields.put(name, Text.of(textKey, textArgs));
    return this;
  }

  /** Adds the present state, which a stale writer needs to merge (412). */
  public Problem current(Object state) {
    this.current = state;
    return this;
  }

  /** Says after how many seconds a repeat makes sense (429, 503). */
  public Problem retryAfter(long seconds) {
    this.retryAfterSeconds = seconds;
    return this;
  }

  public Code code() {
    return code;
  }

  public Text text() {
    return Text.of(code.textKey(), args);
  }

  public Map<String, Text> fields() {
    return fields;
  }

  public @Nullable Object current() {
    return current;
  }

  public @Nullable Long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
