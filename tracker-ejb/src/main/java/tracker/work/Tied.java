package tracker.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Reached;
import tracker.journal.Change;
import tracker.shared.Ids;

/**
 * What others record in the history of a task when they tie something to it. The task itself does
 * not change with it, and undo leaves it to them.
 */
public final class Tied {
  private static final String FIELD = "links.";

  private Tied() {}

  /** An entry in a task's history: a link came (old is null) or went (now is null). */
  public static Change change(Reached task, UUID link, @Nullable Object old, @Nullable Object now) {
    return new Change(Task.ENTITY, task.id(), task.scope(), FIELD + link, old, now);
  }

  /** The link that an entry of this field speaks of; null where it speaks of the task. */
  public static @Nullable UUID link(String field) {
    return field.startsWith(FIELD) ? Ids.parse(field.substring(FIELD.length())) : null;
  }
}
