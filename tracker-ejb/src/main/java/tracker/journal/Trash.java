package tracker.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Reached;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/**
 * What somebody may bring back of what was hung on a thing and deleted, and so may see of it.
 *
 * @param author what this one hung there; null for all of it
 */
public record Trash(@Nullable UUID author) {
  /** Managers bring everything back, others what is their own; 403 for those who only look. */
  public static Trash of(Reached thing, UUID who) {
    if (!thing.mayChange()) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return new Trash(thing.mayManage() ? null : who);
  }
}
