package tracker.shared;

import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for: a page by number, or what follows a cursor. */
public record PageAsk(int page, int limit, @Nullable String cursor) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;
  private static final int MAX_PAGE = 1_000_000;

  /**
   * Reads {@code page}, {@code limit} and {@code cursor} of a query; bad values are 422 with the
   * field named.
   */
  public static PageAsk of(@Nullable String page, @Nullable String limit, @Nullable String cursor) {
    return new PageAsk(
        number("page", page, 1, MAX_PAGE, 1),
        number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT),
        cursor == null || cursor.isEmpty() ? null : cursor);
  }

  /** The first part with this many rows. */
  public static PageAsk first(int limit) {
    return new PageAsk(1, limit, null);
  }

  public long offset() {
    return (page - 1L) * limit;
  }

  private static int number(String field, @Nullable String text, int least, int most, int usual) {
    if (text == null) {
      return usual;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words as a number out of range
    }
    throw Problem.invalid(field, "invalid.number", least, most);
  }
}
