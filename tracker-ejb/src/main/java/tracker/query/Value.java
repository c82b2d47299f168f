package tracker.query;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A value as it was written; where it stood does not make it another one.
 *
 * @param text without quotes; a function without its brackets
 * @param at its column, from 1
 */
public record Value(Kind kind, String text, int at) {
  /** How a value is written. */
  public enum Kind {
    WORD,
    /** Between quotes: never a special word. */
    QUOTED,
    /** With brackets behind: {@code today()}. */
    CALL
  }

  private static final Pattern BARE = Pattern.compile("[^\\s\\p{Z}\"(),=<>~!]+");

  /** Whether it is this special word. */
  public boolean is(String word) {
    return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
  }

  String print() {
    return switch (kind) {
      case WORD -> BARE.matcher(text).matches() ? text : quote(text);
      case QUOTED -> quote(text);
      case CALL -> text + "()";
    };
  }

  static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Value that && kind == that.kind && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + text.hashCode();
  }
}
