package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.identity.Caller;
import tracker.journal.HistoryEntry;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Markdown;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.Explanation;
import tracker.work.NewTask;
import tracker.work.TaskAsk;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** One task: its words, its properties, what is below it and what happened to it. */
@Named("taskPage")
@RequestScoped
public class TaskPage {
  private static final int CHILDREN = 100;

  @Inject private Tasks tasks;
  @Inject private Projects projects;
  @Inject private Edits edits;
  @Inject private Choices choices;
  @Inject private NextSteps next;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable TaskView task;
  private @Nullable ProjectView project;
  private @Nullable List<TaskView> children;
  private @Nullable List<NextSteps.Step> steps;
  private @Nullable Clash clash;
  private @Nullable Explanation why;

  /**
   * Somebody saved the same field meanwhile.
   *
   * @param mine what the reader wanted, as the browser sent it
   * @param theirs what stands there now, in the same form
   */
  public record Clash(String field, String mine, String theirs, @Nullable UUID who, long version) {}

  public TaskView getTask() {
    if (task == null) {
      task = tasks.one(Sent.value("key"));
    }
    return task;
  }

  /** Its project, or null for a personal task. */
  public @Nullable ProjectView getProject() {
    String key = getTask().projectKey();
    if (project == null && key != null) {
      project = projects.one(key);
    }
    return project;
  }

  /** Whether the reader may change it. */
  public boolean isWritable() {
    return getTask().deletedAt() == null && why().allowed();
  }

  /** Whether the reader may take it out of the trash. */
  public boolean isRestorable() {
    return getTask().deletedAt() != null && why().allowed();
  }

  /** Why the reader may not change it, or not restore it. */
  public String getReason() {
    return why().reason();
  }

  private Explanation why() {
    if (why == null) {
      why = tasks.explain(getTask().key(), getTask().deletedAt() == null ? "edit" : "restore");
    }
    return why;
  }

  /** The task above it, or null. */
  public @Nullable TaskView getParent() {
    UUID parent = getTask().parentId();
    if (parent == null) {
      return null;
    }
    try {
      return tasks.one(parent.toString());
    } catch (Problem gone) {
      return null; // in the trash, or out of sight since
    }
  }

  public List<TaskView> getChildren() {
    if (children == null) {
      children = tasks.list(TaskAsk.below(getTask().key()), PageAsk.first(CHILDREN)).items();
    }
    return children;
  }

  /** How much of what is below it is done, in percent; 0 where nothing counts. */
  public int getPercent() {
    TaskView.Subtasks below = getTask().subtasks();
    return below.total() == 0 ? 0 : below.done() * 100 / below.total();
  }

  /** Its description as HTML. */
  public String getDescribed() {
    String description = getTask().description();
    return description == null ? "" : Markdown.html(description, List.of(), shell.link(""));
  }

  /** The statuses that it may take next. */
  public List<NextSteps.Step> getSteps() {
    if (steps == null) {
      steps = next.of(getTask(), isWritable() ? null : getReason());
    }
    return steps;
  }

  /** Its due date as the menu of dates takes it. */
  public String getDue() {
    return Edit.local(getTask().dueAt(), caller.zone());
  }

  /** Whether it is done or canceled, and so never late. */
  public boolean isClosed() {
    return getTask().category().isClosed();
  }

  /** A value of a clash in words. */
  public String said(String value) {
    Clash about = clash;
    if (about == null || value.isEmpty()) {
      return words.get("task.clash.nothing");
    }
    return switch (about.field()) {
      case "status" -> choices.statusName(value);
      case "priority" -> words.get("priority." + value);
      case "type" -> choices.typeName(value);
      case "assignee" -> people.name(Ids.parse(value));
      case "due" -> value.replace('T', ' ');
      default -> value;
    };
  }

  public @Nullable Clash getClash() {
    return clash;
  }

  /** Changes one field; where somebody else changed the same one meanwhile, asks which to keep. */
  public void edit() {
    Edit edit = Edit.sent();
    try {
      show(edits.apply(Sent.value("key"), edit, Sent.version()));
    } catch (Problem problem) {
      if (problem.code() != CommonProblem.STALE || !(problem.current() instanceof TaskView now)) {
        throw problem;
      }
      meet(edit, now);
    }
  }

  private void meet(Edit edit, TaskView now) {
    String theirs = edit.of(now, caller.zone());
    if (theirs.equals(edit.value())) {
      show(now);
    } else if (theirs.equals(Sent.text("was") == null ? "" : Sent.text("was"))) {
      // they changed another field: both changes stand
      show(edits.apply(now.key(), edit, now.version()));
    } else {
      show(now);
      clash = new Clash(edit.field(), edit.value(), theirs, lastActor(now.key()), now.version());
      FacesContext.getCurrentInstance().validationFailed();
    }
  }

  // whatever hangs on it has changes of its own
  private @Nullable UUID lastActor(String key) {
    return tasks.history(key, PageAsk.first(PageAsk.MAX_LIMIT)).items().stream()
        .filter(one -> one.entity().equals("task"))
        .findFirst()
        .map(HistoryEntry::actorId)
        .orElse(null);
  }

  /** Has the page written with this state. */
  void show(TaskView now) {
    task = now;
    children = null;
    steps = null;
    PrimeFaces.current().ajax().addCallbackParam("key", now.key());
  }

  /** Adds a task below this one. */
  public void addChild() {
    TaskView parent = getTask();
    TaskView child =
        tasks.create(NewTask.titled(Sent.value("title"), parent.projectKey()).below(parent.key()));
    toasts.done(words.say("newtask.created", child.key()));
    show(tasks.one(parent.key()));
  }

  /** Puts it into the trash and goes where its neighbours are. */
  public void delete() {
    TaskView gone = getTask();
    tasks.delete(gone.key(), null);
    toasts.done(words.say("task.deleted", gone.key()));
    String in = gone.projectKey();
    toasts.andGo(in == null ? "/list" : "/list?project=" + in);
  }

  /** Takes it out of the trash. */
  public void restore() {
    TaskView back = tasks.restore(Sent.value("key"));
    toasts.done(words.say("task.restored", back.key()));
    shell.again();
  }
}
