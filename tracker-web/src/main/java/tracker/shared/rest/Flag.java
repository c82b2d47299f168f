package tracker.shared.rest;

import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;

/** A parameter of the address that is true or false. */
public final class Flag {
  private Flag() {}

  /** False where it is absent; 422 for other words. */
  public static boolean of(String field, @Nullable String text) {
    if (text == null || text.isEmpty() || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw Problem.invalid(field, "invalid.word", "true, false");
    }
    return true;
  }
}
