package tracker.work;

import java.util.List;

/**
 * Why the caller may do something with a task, or may not.
 *
 * @param action as it was asked
 * @param rules in the order in which they are asked; where one fails it is the last
 */
public record Explanation(String action, boolean allowed, List<Rule> rules) {
  /**
   * One rule.
   *
   * @param rule its word, e.g. {@code role}
   * @param message what it says of the caller, in their language
   */
  public record Rule(String rule, boolean passed, String message) {}

  /** What the last rule says: the reason where it is refused. */
  public String reason() {
    return rules.get(rules.size() - 1).message();
  }
}
