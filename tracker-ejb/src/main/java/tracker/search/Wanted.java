package tracker.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tracker.shared.Problem;
import tracker.shared.Storable;

/**
 * What somebody typed to find something: words of letters and digits, compared as the function
 * {@code search.plain} makes them.
 *
 * @param text as it was typed
 * @param words in small letters, each once
 */
record Wanted(String text, List<String> words) {
  /** No search needs more words; the rest is left out. */
  private static final int MOST = 10;

  /** The longest text that is searched for, in characters. */
  static final int LONGEST = 200;

  private static final int LONGEST_WORD = 60;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern KEY =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9]{0,9})(?:\\s*-\\s*|\\s+)([1-9][0-9]{0,17})\\s*");

  /** Reads what was typed; 422 naming this field where it is empty or too long. */
  static Wanted of(String field, String text) {
    if (text.isBlank()) {
      throw Problem.invalid(field, "invalid.required");
    }
    if (text.length() > LONGEST) {
      throw Problem.invalid(field, "invalid.size", 1, LONGEST);
    }
    Storable.check(field, text);
    Matcher word = WORD.matcher(plain(text));
    List<String> words =
        word.results()
            .map(one -> one.group())
            .filter(one -> one.length() <= LONGEST_WORD)
            .distinct()
            .limit(MOST)
            .toList();
    return new Wanted(text, words);
  }

  /** A text as words are compared. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace('ё', 'е');
  }

  /** The key that was typed, such as {@code NEVA-12} for {@code neva 12}. */
  Optional<String> key() {
    Matcher key = KEY.matcher(text);
    return key.matches()
        ? Optional.of(key.group(1).toUpperCase(Locale.ROOT) + "-" + key.group(2))
        : Optional.empty();
  }

  /** The words that may have a wrong letter: others are too short or have digits. */
  List<String> doubtful() {
    return words.stream().filter(one -> one.matches("\\p{L}{4,30}")).toList();
  }

  /**
   * Each word with its alternatives: itself and those near it. Words are looked for as beginnings,
   * so one that begins with another is left out: each more lets the planner expect more hits, until
   * it reads all rows instead of the index.
   */
  List<List<String>> with(Map<String, List<String>> near) {
    return words.stream().map(word -> shortest(word, near.getOrDefault(word, List.of()))).toList();
  }

  private static List<String> shortest(String word, List<String> near) {
    List<String> all = Stream.concat(Stream.of(word), near.stream()).distinct().toList();
    return all.stream()
        .filter(one -> all.stream().noneMatch(o -> !o.equals(one) && one.startsWith(o)))
        .toList();
  }
}
