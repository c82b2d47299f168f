package tracker.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Where a task stands, as it is kept with the task.
 *
 * @param name the name of its status; null where that is called as its category
 * @param aside whether other statuses of the category come before it, so that the word of the
 *     category does not mean it
 */
public record Standing(Category category, @Nullable String name, boolean aside) {
  /** As the status of the task is written in answers: a category's word means its first status. */
  public String word() {
    return aside && name != null ? name : category.word();
  }
}
