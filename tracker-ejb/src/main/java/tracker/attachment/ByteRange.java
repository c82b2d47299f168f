package tracker.attachment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;

/**
 * A part of a file that a header {@code Range} asks for (RFC 9110, 14.1.2).
 *
 * @param from first byte
 * @param to last byte
 */
record ByteRange(long from, long to) {
  private static final Pattern ONE =
      Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");

  /**
   * The part asked for; empty where the header is absent, asks for several parts or makes no sense,
   * and the whole file is the answer.
   *
   * @throws Problem RANGE_NOT_SATISFIABLE where nothing of it is in the file
   */
  static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher asked = ONE.matcher(header == null ? "" : header.strip());
    if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (asked.group(1).isEmpty()) {
      long last = Long.parseLong(asked.group(2));
      return inside(Math.max(0, size - last), size - 1, size, last > 0);
    }
    long from = Long.parseLong(asked.group(1));
    long to = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
    boolean sense = asked.group(2).isEmpty() || from <= to;
    return sense ? inside(from, Math.min(to, size - 1), size, true) : Optional.empty();
  }

  private static Optional<ByteRange> inside(long from, long to, long size, boolean any) {
    if (!any || from >= size) {
      throw Problem.of(AttachmentProblem.RANGE_NOT_SATISFIABLE, size);
    }
    return Optional.of(new ByteRange(from, to));
  }

  long length() {
    return to - from + 1;
  }
}
