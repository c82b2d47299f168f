package tracker.comment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whom a text speaks to: {@code @} and a whole name, in any case, at the start of a word. Of two
 * names that begin alike the longer one is meant.
 */
final class Mentions {
  /** No name has more words. */
  private static final int WORDS = 5;

  private Mentions() {}

  /** The texts after each {@code @} that may be a name, in lower case. */
  static Set<String> candidates(String body) {
    Set<String> names = new TreeSet<>();
    for (int at = next(body, 0); at >= 0; at = next(body, at + 1)) {
      String line = body.substring(at + 1).lines().findFirst().orElse("");
      int end = -1;
      for (int word = 0; word < WORDS && end < line.length(); word++) {
        int space = line.indexOf(' ', end + 1);
        end = space < 0 ? line.length() : space;
        String name = line.substring(0, end).toLowerCase(Locale.ROOT);
        names.add(name);
        names.add(name.replaceFirst("[^\\p{L}\\p{N}]+$", ""));
      }
    }
    names.remove("");
    return names;
  }

  /** The accounts among these people that the text speaks to, in its order. */
  static Set<UUID> in(String body, Map<String, ? extends Collection<UUID>> byName) {
    Set<UUID> found = new LinkedHashSet<>();
    List<String> longestFirst =
        byName.keySet().stream()
            .sorted((one, other) -> Integer.compare(other.length(), one.length()))
            .toList();
    String lower = body.toLowerCase(Locale.ROOT);
    for (int at = next(lower, 0); at >= 0; at = next(lower, at + 1)) {
      int start = at + 1;
      longestFirst.stream()
          .filter(name -> lower.startsWith(name, start) && endsWord(lower, start + name.length()))
          .findFirst()
          .ifPresent(name -> found.addAll(byName.get(name)));
    }
    return found;
  }

  private static int next(String body, int from) {
    int at = body.indexOf('@', from);
    while (at > 0 && Character.isLetterOrDigit(body.charAt(at - 1))) {
      at = body.indexOf('@', at + 1); // an e-mail address
    }
    return at;
  }

  private static boolean endsWord(String text, int end) {
    return end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
  }
}
