package tracker.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One step of an order. */
public record Order(By by, boolean down) {
  /** What tasks can be ordered by. */
  public enum By {
    CREATED,
    UPDATED,
    DUE,
    PRIORITY,
    KEY,
    TITLE,
    STATUS;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<By> of(String word) {
      return Arrays.stream(values())
          .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
          .findFirst();
    }
  }

  String print() {
    return down ? by.word() + " desc" : by.word();
  }
}
