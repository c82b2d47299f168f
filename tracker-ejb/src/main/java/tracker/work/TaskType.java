package tracker.work;

import java.util.List;

/**
 * What kind of work a task is: one word of small letters, digits and underscores. Any such word
 * will do; these are the ones that the product has a sign and words for.
 */
public final class TaskType {
  /** The shape of a type. */
  public static final String SHAPE = "[a-z][a-z0-9_]{0,29}";

  /** What a task is where nothing is said. */
  public static final String USUAL = "task";

  /** The types that pages offer. */
  public static final List<String> KNOWN =
      List.of(USUAL, "bug", "improvement", "question", "cleaning", "out_of_service");

  private TaskType() {}
}
