package tracker.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One changed field of one entity, to be recorded.
 *
 * @param entity the word of its owner, e.g. {@code task}
 * @param scope the project that it belongs to, or null
 * @param field the field's public name; {@code created}, {@code deleted}, {@code restored} for the
 *     whole
 * @param old value before, as JSON (text, number, boolean, list, map or null)
 * @param now value after
 * @param about what it hangs on, in whose history it is told too; null where it stands alone
 */
public record Change(
    String entity,
    UUID id,
    @Nullable UUID scope,
    String field,
    @Nullable Object old,
    @Nullable Object now,
    @Nullable UUID about) {
  /** Of an entity that stands alone. */
  public Change(
      String entity,
      UUID id,
      @Nullable UUID scope,
      String field,
      @Nullable Object old,
      @Nullable Object now) {
    this(entity, id, scope, field, old, now, null);
  }
}
