package tracker.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.shared.Text;

/** Why somebody is told something, the strongest first. */
public enum Reason {
  MENTIONED,
  ASSIGNED,
  /** It was theirs until this change. */
  UNASSIGNED,
  /** It is due soon. */
  DUE,
  WATCHING,
  CREATED;

  /** Its public name. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** "You are assigned" and the like. */
  public Text text() {
    return Text.of("inbox.reason." + word());
  }

  /** All public names. */
  static String words() {
    return Stream.of(values()).map(Reason::word).collect(Collectors.joining(", "));
  }

  /** The one of this public name. */
  static Optional<Reason> named(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  static Reason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
