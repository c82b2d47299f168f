package tracker.identity;

import java.util.Locale;
import tracker.shared.Problem;
import tracker.shared.Storable;

/** Names and e-mails as they are kept. */
final class Plain {
  private Plain() {}

  /** A name: storable, trimmed, on one line, with something to see. */
  static String name(String field, String text) {
    Storable.check(field, text);
    String name = text.strip();
    if (name.isEmpty()) {
      throw Problem.invalid(field, "invalid.required");
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw Problem.invalid(field, "invalid.text");
    }
    return name;
  }

  /** An e-mail as it is compared: trimmed, in lower case. */
  static String email(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
