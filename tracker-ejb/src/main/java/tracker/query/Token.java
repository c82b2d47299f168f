package tracker.query;

import java.util.Locale;

/**
 * A piece of a query.
 *
 * @param text as it means, without quotes
 * @param at its column, from 1
 * @param end the column behind it
 */
record Token(Kind kind, String text, int at, int end) {
  /** What a piece can be. */
  enum Kind {
    WORD,
    QUOTED,
    OPERATOR,
    OPEN,
    CLOSE,
    COMMA,
    /** A quote that is never closed. */
    UNCLOSED,
    END
  }

  /** Whether it is this word, in any case and without quotes. */
  boolean is(String word) {
    return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
