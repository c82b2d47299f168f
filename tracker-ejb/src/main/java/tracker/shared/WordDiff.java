package tracker.shared;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What changed between two texts: word by word, line by line where they are long, and of very long
 * ones only what is the same at both ends.
 */
public final class WordDiff {
  /** What became of a piece of text. */
  public enum Fate {
    KEPT,
    GONE,
    NEW
  }

  /** A piece of text and what became of it. */
  public record Piece(Fate fate, String text) {}

  // texts that have nothing in common cost the square of this: half a second on a slow machine
  private static final int MOST = 2_000;
  private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");
  private static final Pattern LINES = Pattern.compile("(?<=\n)");

  private WordDiff() {}

  /** The pieces in order; those that went stand before those that came. */
  public static List<Piece> of(String old, String now) {
    for (Pattern part : List.of(WORDS, LINES)) {
      List<String> before = split(old, part);
      List<String> after = split(now, part);
      if (before.size() + after.size() <= MOST) {
        return compared(before, after);
      }
    }
    return ends(split(old, LINES), split(now, LINES));
  }

  private static List<Piece> compared(List<String> before, List<String> after) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      add(pieces, Fate.KEPT, before.subList(at, delta.getSource().getPosition()));
      add(pieces, Fate.GONE, delta.getSource().getLines());
      add(pieces, Fate.NEW, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(pieces, Fate.KEPT, before.subList(at, before.size()));
    return pieces;
  }

  /** Only what is the same at both ends is found. */
  private static List<Piece> ends(List<String> before, List<String> after) {
    int least = Math.min(before.size(), after.size());
    int first = 0;
    while (first < least && before.get(first).equals(after.get(first))) {
      first++;
    }
    int last = 0;
    while (last < least - first
        && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
      last++;
    }
    List<Piece> pieces = new ArrayList<>();
    add(pieces, Fate.KEPT, before.subList(0, first));
    add(pieces, Fate.GONE, before.subList(first, before.size() - last));
    add(pieces, Fate.NEW, after.subList(first, after.size() - last));
    add(pieces, Fate.KEPT, before.subList(before.size() - last, before.size()));
    return pieces;
  }

  private static List<String> split(String text, Pattern at) {
    return text.isEmpty() ? List.of() : List.of(at.split(text));
  }

  private static void add(List<Piece> pieces, Fate fate, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(fate, String.join("", words)));
    }
  }
}
