package tracker.shared;

import java.util.List;

/** Words still without a language: a key of the texts and what fills its places. */
public record Text(String key, List<Object> args) {
  /** A text by key; {@code args} fill {0}, {1}, … */
  public static Text of(String key, Object... args) {
    return new Text(key, List.of(args));
  }
}
