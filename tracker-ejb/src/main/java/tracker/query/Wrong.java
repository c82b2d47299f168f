package tracker.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.shared.Problem;
import tracker.shared.Text;

/** The refusals of a query: each is 422 for the field {@code q} and names the column, from 1. */
public final class Wrong {
  /** The field that a refusal names. */
  public static final String FIELD = "q";

  /** So many wrong letters still let a word be guessed. */
  private static final int NEAR = 2;

  private Wrong() {}

  /**
   * Something else was expected at this column.
   *
   * @param key of the words, whose first place is the column
   */
  public static Problem at(int column, String key, Object... more) {
    Object[] args = new Object[more.length + 1];
    args[0] = column;
    System.arraycopy(more, 0, args, 1, more.length);
    return Problem.invalid(FIELD, key, args);
  }

  /**
   * A name that nothing has which the caller sees; {@code near} are names that were meant perhaps.
   */
  public static Problem unknown(Value value, List<String> near) {
    return near.isEmpty()
        ? at(value.at(), "invalid.query_unknown", value.text())
        : at(value.at(), "invalid.query_unknown_near", value.text(), String.join(", ", near));
  }

  /** A value that is not one of these words. */
  public static Problem word(Value value, List<String> words) {
    return at(value.at(), "invalid.query_word", value.text(), String.join(", ", words));
  }

  /** The same refusal for a field of another name; a refusal of anything else as it is. */
  public static Problem renamed(Problem refused, String field) {
    Text why = refused.fields().get(FIELD);
    return why == null ? refused : Problem.invalid(field, why.key(), why.args().toArray());
  }

  static Problem size() {
    return Problem.invalid(FIELD, "invalid.size", 1, Query.LONGEST);
  }

  static Problem field(Token token) {
    Optional<String> near = near(token.text(), Arrays.stream(Field.values()).map(Field::word));
    return near.isPresent()
        ? at(token.at(), "invalid.query_field_near", token.text(), near.get())
        : at(
            token.at(),
            "invalid.query_field",
            token.text(),
            Arrays.stream(Field.values()).map(Field::word).collect(Collectors.joining(", ")));
  }

  private static Optional<String> near(String typed, Stream<String> words) {
    String small = typed.toLowerCase(Locale.ROOT);
    return words
        .filter(word -> steps(small, word) <= NEAR)
        .min(Comparator.comparingInt(word -> steps(small, word)));
  }

  /** How many letters are put in, left out or exchanged between two words. */
  private static int steps(String one, String other) {
    if (Math.abs(one.length() - other.length()) > NEAR) {
      return NEAR + 1;
    }
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, place -> place);
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
