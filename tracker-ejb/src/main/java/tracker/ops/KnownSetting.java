package tracker.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /**
   * A text of a certain shape.
   *
   * @param pattern a regular expression
   * @param spoken what it is in words, such as {@code host:port}
   */
  public record Shaped(String pattern, String spoken) implements Kind {}

  /**
   * The path of a PEM file that has to be there.
   *
   * @param block how a line in it ends, such as {@code BEGIN PRIVATE KEY-----}
   * @param spoken what that is in words
   */
  public record Pem(String block, String spoken) implements Kind {}

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
      check(value == null || choice.words().contains(value), spoken(choice.words()), value);
    } else if (kind instanceof Shaped shape) {
      String value = settings.text(name);
      check(value == null || value.matches(shape.pattern()), shape.spoken(), value);
    } else if (kind instanceof Pem pem) {
      checkFile(settings.text(name), pem);
    }
  }

  private void checkFile(@Nullable String file, Pem pem) {
    try {
      if (file != null && !Files.readString(Path.of(file)).contains(pem.block())) {
        throw new Settings.Wrong(
            name + " names " + file + ", which holds no " + pem.spoken() + ".");
      }
    } catch (IOException | InvalidPathException e) {
      throw new Settings.Wrong(name + " names " + file + ", which cannot be read.");
    }
  }

  private void check(boolean good, String wanted, @Nullable String value) {
    if (!good) {
      throw new Settings.Wrong(name + " must be " + wanted + ", but is \"" + value + "\".");
    }
  }

  private static String spoken(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
