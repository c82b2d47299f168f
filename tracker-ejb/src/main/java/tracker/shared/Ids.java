package tracker.shared;

import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids: UUID version 7 (RFC 9562), so that rows written together lie together in an index. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static long last;

  private Ids() {}

  /** A new id, greater than all that this process gave before. */
  public static UUID next() {
    byte[] random = new byte[8];
    RANDOM.nextBytes(random);
    long low = 0;
    for (byte b : random) {
      low = low << 8 | (b & 0xff);
    }
    return new UUID(nextHigh(), low & 0x3fffffffffffffffL | 0x8000000000000000L);
  }

  // 48 bits of milliseconds, the version, then 12 bits that count within the millisecond (RFC 9562,
  // method 1)
  private static synchronized long nextHigh() {
    long now = System.currentTimeMillis() << 12;
    last = Math.max(now, last + 1);
    return last >>> 12 << 16 | 0x7000L | last & 0xfff;
  }

  /** The id that a text spells, or null where it spells none. */
  public static @Nullable UUID parse(@Nullable String text) {
    if (text == null || text.length() != 36) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
