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
 */
public record Change(
    String entity,
    UUID id,
    @Nullable UUID scope,
    String field,
    @Nullable Object old,
    @Nullable Object now) {}
