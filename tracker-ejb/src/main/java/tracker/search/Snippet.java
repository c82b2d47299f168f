package tracker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The part of a text around what was found in it, with the hits marked. */
final class Snippet {
  /** Stands before a hit. */
  static final char ON = '\u0002';

  /** Stands behind a hit. */
  static final char OFF = '\u0003';

  private static final int BEFORE = 40;
  private static final int LENGTH = 160;

  /** How many letters an ending of Russian or English may have. */
  private static final int ENDING = 3;

  private static final int STEM = 3;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private Snippet() {}

  /** About 160 characters around the first of these words; the beginning where none is there. */
  static String of(String text, List<String> words) {
    String clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    List<MatchResult> hits =
        WORD.matcher(clean).results().filter(one -> isHit(one.group(), words)).toList();
    int from = hits.isEmpty() ? 0 : startOfWord(clean, hits.get(0).start() - BEFORE);
    int to = endOfWord(clean, from + LENGTH);
    StringBuilder out = new StringBuilder(from > 0 ? "…" : "");
    int at = from;
    for (MatchResult hit : within(hits, from, to)) {
      out.append(clean, at, hit.start()).append(ON).append(hit.group()).append(OFF);
      at = hit.end();
    }
    return out.append(clean, at, to).append(to < clean.length() ? "…" : "").toString();
  }

  private static List<MatchResult> within(List<MatchResult> hits, int from, int to) {
    List<MatchResult> inside = new ArrayList<>();
    for (MatchResult hit : hits) {
      if (hit.start() >= from && hit.end() <= to) {
        inside.add(hit);
      }
    }
    return inside;
  }

  private static int startOfWord(String text, int at) {
    if (at <= 0) {
      return 0;
    }
    int space = text.indexOf(' ', at);
    return space < 0 || space > at + BEFORE ? surrogateSafe(text, at) : space + 1;
  }

  private static int endOfWord(String text, int at) {
    if (at >= text.length()) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', at);
    return space < at - BEFORE ? surrogateSafe(text, at) : space;
  }

  private static int surrogateSafe(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  /** Whether a word begins with a wanted one or differs from it in an ending. */
  private static boolean isHit(String word, List<String> wanted) {
    String plain = Wanted.plain(word);
    return wanted.stream().anyMatch(one -> plain.startsWith(one) || isSameStem(plain, one));
  }

  private static boolean isSameStem(String one, String other) {
    int same = 0;
    int least = Math.min(one.length(), other.length());
    while (same < least && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same >= STEM && one.length() - same <= ENDING && other.length() - same <= ENDING;
  }
}
