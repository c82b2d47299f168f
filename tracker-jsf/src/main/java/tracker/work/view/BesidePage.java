package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Markdown;
import tracker.shared.Problem;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** The task that is shown beside the board: the one that the address names by {@code task}. */
@Named("beside")
@RequestScoped
public class BesidePage {
  @Inject private Tasks tasks;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Shell shell;

  private @Nullable TaskView task;
  private boolean gone;
  private @Nullable Boolean writable;

  /** Whether the address names one. */
  public boolean isAsked() {
    return Sent.text("task") != null;
  }

  /** The task; null where none is named, or none that the reader sees. */
  public @Nullable TaskView getTask() {
    String key = Sent.text("task");
    if (task == null && key != null && !gone) {
      try {
        task = tasks.one(key);
        people.meet(Arrays.asList(task.assigneeId(), task.createdBy()));
      } catch (Problem problem) {
        gone = true; // deleted, or out of sight: the board is shown all the same
      }
    }
    return task;
  }

  /** Whether the reader may change it. */
  public boolean isWritable() {
    TaskView shown = getTask();
    if (writable == null) {
      writable = shown != null && tasks.reach(shown.key()).mayChange();
    }
    return writable;
  }

  /** Its description as HTML; empty without one. */
  public String getDescribed() {
    TaskView shown = getTask();
    String text = shown == null ? null : shown.description();
    return text == null ? "" : Markdown.html(text, List.of(), shell.link(""));
  }

  /** Its due date as the menu of dates takes it. */
  public String getDue() {
    TaskView shown = getTask();
    return shown == null ? "" : Edit.local(shown.dueAt(), caller.zone());
  }
}
