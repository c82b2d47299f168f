package tracker.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The words of the product in Russian and English. Each capability keeps its own in {@code
 * texts/<capability>_<language>.properties}; pages keep theirs in {@code
 * texts/pages_<language>.properties}. A test compares the keys of both languages.
 */
public final class Texts {
  public static final Locale ENGLISH = Locale.ENGLISH;
  public static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final List<String> FILES =
      List.of(
          "shared",
          "identity",
          "journal",
          "attachment",
          "query",
          "filter",
          "project",
          "workflow",
          "work",
          "bulk",
          "demo",
          "comment",
          "feed",
          "link",
          "exchange",
          "parcel",
          "report",
          "notify",
          "webhook",
          "inbox",
          "hotel",
          "booking",
          "stay",
          "image",
          "calendar",
          "audit",
          "ops",
          "pages",
          "lodging",
          "admin");
  private static final Texts IN_ENGLISH = new Texts(ENGLISH);
  private static final Texts IN_RUSSIAN = new Texts(RUSSIAN);

  private final Locale locale;
  private final Map<String, String> words = new HashMap<>();

  private Texts(Locale locale) {
    this.locale = locale;
    for (String file : FILES) {
      read("/texts/" + file + "_" + locale.getLanguage() + ".properties");
    }
  }

  /** The words in this language, or in English where it is neither Russian nor English. */
  public static Texts in(Locale locale) {
    return RUSSIAN.getLanguage().equals(locale.getLanguage()) ? IN_RUSSIAN : IN_ENGLISH;
  }

  private void read(String path) {
    try (InputStream in = Texts.class.getResourceAsStream(path)) {
      if (in == null) {
        return; // a capability without words, or a run without the pages' jar
      }
      Properties file = new Properties();
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      file.forEach((key, value) -> words.put((String) key, (String) value));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /**
   * The words under a key with their places filled ({@link MessageFormat}); the key itself where
   * there are none.
   */
  public String say(String key, Object... args) {
    String pattern = words.get(key);
    if (pattern == null) {
      return key;
    }
    return args.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
        ? pattern
        : new MessageFormat(pattern, locale).format(args);
  }

  public String say(Text text) {
    return say(text.key(), text.args().toArray());
  }

  public boolean knows(String key) {
    return words.containsKey(key);
  }

  public Set<String> keys() {
    return Set.copyOf(words.keySet());
  }

  public Locale locale() {
    return locale;
  }
}
