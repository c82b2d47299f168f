package tracker.booking;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which people look for rooms: 2 before 10, 10 before 10a. */
final class RoomNumbers {
  private static final Pattern PARTS = Pattern.compile("(\\D*)(\\d*)(.*)");

  static final Comparator<String> ORDER =
      Comparator.comparing((String number) -> part(number, 1).toLowerCase(Locale.ROOT))
          .thenComparing(number -> count(part(number, 2)))
          .thenComparing(number -> part(number, 3))
          .thenComparing(Comparator.naturalOrder());

  private RoomNumbers() {}

  private static String part(String number, int which) {
    Matcher parts = PARTS.matcher(number);
    return parts.matches() ? parts.group(which) : number;
  }

  private static BigInteger count(String digits) {
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }
}
