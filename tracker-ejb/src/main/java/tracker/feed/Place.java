package tracker.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Problem;

/**
 * A place in the feed: entries are ordered by the transaction that wrote them, then by their id.
 * Transactions are unsigned 64-bit numbers.
 */
record Place(long transaction, UUID id) {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** Before everything. */
  static final Place BEGINNING = before(0);

  /** Before all that this transaction and later ones write. */
  static Place before(long transaction) {
    return new Place(transaction, BEFORE_ALL);
  }

  /** The place of a cursor; the beginning where there is none; 422 where it is none of ours. */
  static Place read(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return BEGINNING;
    }
    try {
      @Nullable String[] values = Cursor.read(cursor, 2);
      UUID id = Ids.parse(values[1]);
      if (id != null && values[0] != null) {
        return new Place(Long.parseUnsignedLong(values[0]), id);
      }
    } catch (Problem | NumberFormatException e) {
      // told below, under the name that this list gives it
    }
    throw Problem.invalid("after", "invalid.cursor");
  }

  String cursor() {
    return Cursor.write(number(), id);
  }

  /** The transaction as PostgreSQL writes it. */
  String number() {
    return Long.toUnsignedString(transaction);
  }
}
