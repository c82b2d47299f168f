package tracker.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by their public names (environment, or {@code tracker.*} properties of
 * MicroProfile Config). Each capability has one record of its settings that names them and keeps
 * their defaults. A secret can also come from the file that {@code NAME_FILE} names.
 */
public final class Settings {
  /** A setting with a value that cannot be used; the message is one sentence for the operator. */
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Wrong(String message) {
      super(message, null, false, false);
    }
  }

  private final Function<String, @Nullable String> lookup;

  public Settings(Function<String, @Nullable String> lookup) {
    this.lookup = lookup;
  }

  /** The settings of this process, from MicroProfile Config. */
  public static Settings ofProcess() {
    return new Settings(
        name -> ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null));
  }

  /**
   * The property that may be used in place of an environment name: {@code DB_HOST} is {@code
   * tracker.db.host}.
   */
  public static String property(String name) {
    return "tracker." + name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** A text, or null where it is not set. */
  public @Nullable String text(String name) {
    String value = lookup.apply(name);
    if (value == null || value.isBlank()) {
      value = lookup.apply(property(name));
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  public String text(String name, String usual) {
    String value = text(name);
    return value == null ? usual : value;
  }

  /** A secret: the setting itself, or what stands in the file that NAME_FILE names. */
  public @Nullable String secret(String name) {
    String file = text(name + "_FILE");
    if (file == null) {
      return text(name);
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new Wrong(name + "_FILE names " + file + ", which cannot be read.");
    }
  }

  public int number(String name, int usual, int least, int most) {
    String value = text(name);
    if (value == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Wrong(
        name
            + " must be a whole number from "
            + least
            + " to "
            + most
            + ", but is \""
            + value
            + "\".");
  }

  public boolean flag(String name, boolean usual) {
    String value = text(name);
    if (value == null) {
      return usual;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw new Wrong(name + " must be true or false, but is \"" + value + "\".");
    };
  }

  /** Comma-separated words. */
  public List<String> list(String name) {
    String value = text(name);
    return value == null ? List.of() : List.of(value.split("\\s*,\\s*"));
  }
}
