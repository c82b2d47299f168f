package tracker.ops;

import java.util.List;
import tracker.shared.Settings;

/**
 * One public setting: its environment name, what it is worth when nobody sets it, and one line on
 * what it is for.
 */
public record KnownSetting(String name, Kind kind, String usual, String meaning) {
  /** What a value must look like. */
  public sealed interface Kind {}

  /** Any text. */
  public record AnyText() implements Kind {}

  /** A text that nobody else may see; also as NAME_FILE. */
  public record Secret() implements Kind {}

  /** true or false. */
  public record Flag() implements Kind {}

  /** A whole number within bounds. */
  public record Number(int least, int most) implements Kind {}

  /** One of a few words, exactly as they stand here. */
  public record OneOf(List<String> words) implements Kind {}

  /** Accepted for older installations, without an effect. */
  public record Unused() implements Kind {}

  /** Throws {@link Settings.Wrong} where the value that is set cannot be used. */
  public void check(Settings settings) {
    if (kind instanceof Secret) {
      settings.secret(name);
    } else if (kind instanceof Flag) {
      settings.flag(name, false);
    } else if (kind instanceof Number bounds) {
      settings.number(name, bounds.least(), bounds.least(), bounds.most());
    } else if (kind instanceof OneOf choice) {
      String value = settings.text(name);
      if (value != null && !choice.words().contains(value)) {
        throw new Settings.Wrong(
            name + " must be " + spoken(choice.words()) + ", but is \"" + value + "\".");
      }
    }
  }

  private static String spoken(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
