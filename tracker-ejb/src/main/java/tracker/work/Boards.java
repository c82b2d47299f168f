package tracker.work;

import jakarta.ejb.Stateless;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;

/** The door to boards: tasks by status, in an order that people set and that stays. */
@Stateless
public class Boards {
  /** How many cards of a column are shown at once. */
  public static final int CARDS = 100;

  @Allowed(Right.PROJECT_VIEW)
  public BoardView of(String project) {
    throw new UnsupportedOperationException();
  }

  /**
   * Puts a task into a column, between two others; null for the top or the bottom.
   *
   * @param after the task above its new place
   * @param before the task below its new place
   */
  @Allowed(Right.PROJECT_WORK)
  public TaskView move(String idOrKey, Status status, @Nullable UUID after, @Nullable UUID before) {
    throw new UnsupportedOperationException();
  }
}
