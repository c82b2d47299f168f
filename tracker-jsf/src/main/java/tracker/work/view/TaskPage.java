package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.identity.Caller;
import tracker.journal.HistoryEntry;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.MemberRole;
import tracker.work.NewTask;
import tracker.work.ProjectView;
import tracker.work.Projects;
import tracker.work.Status;
import tracker.work.TaskAsk;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** One task: its words, its properties, what is below it and what happened to it. */
@Named("taskPage")
@RequestScoped
public class TaskPage {
  private static final int CHILDREN = 100;
  private static final int HISTORY = 50;

  @Inject private Tasks tasks;
  @Inject private Projects projects;
  @Inject private Activity activity;
  @Inject private Edits edits;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable TaskView task;
  private @Nullable ProjectView project;
  private @Nullable List<TaskView> children;
  private @Nullable List<HistoryEntry> history;
  private @Nullable Clash clash;

  /**
   * Somebody saved the same field meanwhile.
   *
   * @param mine what the reader wanted, as the browser sent it
   * @param theirs what stands there now, in the same form
   */
  public record Clash(String field, String mine, String theirs, @Nullable UUID who, long version) {}

  /** A status that the task may take next, named by the act. */
  public record Step(Status status, String word, boolean primary) {}

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
    ProjectView in = getProject();
    return getTask().deletedAt() == null
        && (in == null
            || caller.isAdmin()
            || in.role() == MemberRole.MEMBER
            || in.role() == MemberRole.MANAGER);
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
      TaskAsk below =
          new TaskAsk(
              List.of(),
              List.of(),
              List.of(),
              null,
              false,
              null,
              null,
              getTask().key(),
              null,
              null,
              null,
              "created_at",
              false);
      children = tasks.list(below, PageAsk.first(CHILDREN)).items();
    }
    return children;
  }

  /** What happened, newest first, with all names fetched at once. */
  public List<Activity.Line> getActivity() {
    List<UUID> known = new ArrayList<>(Activity.people(history()));
    known.add(getTask().createdBy());
    UUID assignee = getTask().assigneeId();
    if (assignee != null) {
      known.add(assignee);
    }
    people.meet(known);
    return activity.lines(history());
  }

  private List<HistoryEntry> history() {
    if (history == null) {
      history = tasks.history(getTask().key(), PageAsk.first(HISTORY)).items();
    }
    return history;
  }

  public List<Step> getSteps() {
    return switch (getTask().status()) {
      case TODO ->
          List.of(
              new Step(Status.IN_PROGRESS, "start", true), new Step(Status.DONE, "finish", false));
      case IN_PROGRESS ->
          List.of(new Step(Status.DONE, "finish", true), new Step(Status.TODO, "stop", false));
      case DONE, CANCELED -> List.of(new Step(Status.TODO, "reopen", false));
    };
  }

  /** Its due date as the menu of dates takes it. */
  public String getDue() {
    return Edit.local(getTask().dueAt(), caller.zone());
  }

  /** Whether it is done or canceled, and so never late. */
  public boolean isClosed() {
    Status status = getTask().status();
    return status == Status.DONE || status == Status.CANCELED;
  }

  /** A value of a clash in words. */
  public String said(String value) {
    Clash about = clash;
    if (about == null || value.isEmpty()) {
      return words.get("task.clash.nothing");
    }
    return switch (about.field()) {
      case "status", "priority" -> words.get(about.field() + "." + value);
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
      UUID who = history().isEmpty() ? null : history().get(0).actorId();
      clash = new Clash(edit.field(), edit.value(), theirs, who, now.version());
      FacesContext.getCurrentInstance().validationFailed();
    }
  }

  private void show(TaskView now) {
    task = now;
    history = null;
    children = null;
    PrimeFaces.current().ajax().addCallbackParam("key", now.key());
  }

  /** Adds a task below this one. */
  public void addChild() {
    TaskView parent = getTask();
    TaskView child =
        tasks.create(
            new NewTask(
                Sent.value("title"),
                null,
                null,
                null,
                null,
                null,
                null,
                parent.projectKey(),
                parent.key(),
                null,
                null));
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
