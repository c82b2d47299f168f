package tracker.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account was opened, changed or removed; the journal records it. Fired in its transaction.
 *
 * @param fields what changed; empty where only its sessions ended
 */
public record AccountChanged(UUID accountId, List<Field> fields) {
  /**
   * A changed field by its public name; {@code created} and {@code deleted} stand for the whole.
   * What says who somebody is (e-mail, name, password) has no values here.
   */
  public record Field(String name, @Nullable Object old, @Nullable Object now) {
    /** A change without values. */
    static Field of(String name) {
      return new Field(name, null, null);
    }
  }
}
