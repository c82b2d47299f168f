package tracker.shared.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** Values in addresses; what cannot be read is refused in the same words everywhere. */
public final class Asked {
  private static final int MOST_GUESTS = 1_000_000;

  private Asked() {}

  /** The id in a path; what is no id is the id of nothing. */
  public static UUID known(String text, Problem.Code unknown) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(unknown);
    }
    return id;
  }

  /** An id to look for; null where there is none. */
  public static @Nullable UUID id(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.invalid(field, "invalid.id");
    }
    return id;
  }

  /** A day to look for; null where there is none. */
  public static @Nullable LocalDate day(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw Problem.invalid(field, "invalid.day");
  }

  /** The same where there must be one. */
  public static LocalDate needed(String field, @Nullable String text) {
    LocalDate day = day(field, text);
    if (day == null) {
      throw Problem.invalid(field, "invalid.required");
    }
    return day;
  }

  /** A whole number from 1 on; 1 where there is none. */
  public static int count(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return 1;
    }
    try {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= MOST_GUESTS) {
        return count;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw Problem.invalid(field, "invalid.number", 1, MOST_GUESTS);
  }
}
