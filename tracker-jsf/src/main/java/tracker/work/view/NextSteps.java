package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.shared.view.Words;
import tracker.work.Explanation;
import tracker.work.TaskView;
import tracker.work.Tasks;
import tracker.workflow.Category;
import tracker.workflow.Status;
import tracker.workflow.Workflow;
import tracker.workflow.Workflows;

/** The statuses that a task may take next, as buttons. */
@RequestScoped
class NextSteps {
  /** So many ways stand as buttons; all are in the menu of statuses. */
  private static final int MOST = 3;

  @Inject private Tasks tasks;
  @Inject private Workflows workflows;
  @Inject private Choices choices;
  @Inject private Words words;

  /**
   * A status that the task may take next.
   *
   * @param word as the server takes it
   * @param act what the button says
   * @param test names it for tests
   * @param reason why the reader may not; null where they may
   */
  public record Step(
      String word,
      Category category,
      String act,
      String test,
      boolean primary,
      @Nullable String reason) {}

  /**
   * The usual acts, or the ways of a project with its own statuses.
   *
   * @param reason why the reader may not change the task; null where they may
   */
  List<Step> of(TaskView task, @Nullable String reason) {
    String in = task.projectKey();
    Workflow rules = in == null ? Workflow.USUAL : workflows.of(in).rules();
    return rules.equals(Workflow.USUAL) ? usual(task.category(), reason) : own(task, rules);
  }

  private List<Step> usual(Category now, @Nullable String reason) {
    return switch (now) {
      case TODO ->
          List.of(
              usual(Category.IN_PROGRESS, "start", true, reason),
              usual(Category.DONE, "finish", false, reason));
      case IN_PROGRESS ->
          List.of(
              usual(Category.DONE, "finish", true, reason),
              usual(Category.TODO, "stop", false, reason));
      case DONE, CANCELED -> List.of(usual(Category.TODO, "reopen", false, reason));
    };
  }

  private Step usual(Category to, String act, boolean primary, @Nullable String reason) {
    return new Step(to.word(), to, words.get("task.step." + act), act, primary, reason);
  }

  // the next ones in the order of work first; others are in the menu of statuses
  private List<Step> own(TaskView shown, Workflow rules) {
    Status now = rules.at(shown.category(), shown.statusName());
    int at = rules.statuses().indexOf(now);
    List<Status> next = rules.next(now);
    List<Status> ordered =
        Stream.concat(
                next.stream().filter(one -> rules.statuses().indexOf(one) > at),
                next.stream().filter(one -> rules.statuses().indexOf(one) < at))
            .limit(MOST)
            .toList();
    List<Step> steps = new ArrayList<>();
    for (Status one : ordered) {
      StatusChoice choice = choices.choice(rules, one);
      Explanation why = tasks.explain(shown.key(), "transition:" + one.name());
      steps.add(
          new Step(
              choice.word(),
              choice.category(),
              choice.name(),
              choice.word(),
              steps.isEmpty(),
              why.allowed() ? null : why.reason()));
    }
    return steps;
  }
}
