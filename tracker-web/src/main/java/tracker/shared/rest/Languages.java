package tracker.shared.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tracker.shared.Texts;

/** Which of our two languages a header Accept-Language prefers. */
public final class Languages {
  private static final List<Locale> OURS = List.of(Texts.ENGLISH, Texts.RUSSIAN);

  private Languages() {}

  /** Russian or English; English where the header is absent, unreadable or asks for others. */
  public static Locale preferred(@Nullable String header) {
    if (header == null || header.length() > 500) {
      return Texts.ENGLISH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), OURS);
      return found == null ? Texts.ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return Texts.ENGLISH;
    }
  }
}
