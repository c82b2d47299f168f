package tracker.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the caller's rights go with something that they see and that others hang things on, such
 * as a task with its comments and files.
 *
 * @param scope its project; null where it belongs to none
 * @param deleted whether it is in the trash, where nothing about it changes
 * @param mayChange whether the caller may change it
 * @param mayManage whether the caller may also change what others hung on it
 */
public record Reached(
    UUID id, @Nullable UUID scope, boolean deleted, boolean mayChange, boolean mayManage) {
  /** Whether somebody who reaches so far may change what this author hung on it. */
  public boolean mayChangeOf(UUID author, UUID who) {
    return mayManage || mayChange && author.equals(who);
  }
}
