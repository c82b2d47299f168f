package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Pattern;
import org.primefaces.PrimeFaces;
import tracker.identity.Caller;
import tracker.project.MemberRole;
import tracker.project.ProjectChoice;
import tracker.shared.Problem;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** The dialog for a new task. */
@Named("newTask")
@RequestScoped
public class NewTaskPage {
  /** Pages that show the new task at once, so they are shown again. */
  private static final Pattern SHOWS_TASKS =
      Pattern.compile("/(my-work|list|board|calendar)(/.*)?");

  @Inject private Tasks tasks;
  @Inject private Caller caller;
  @Inject private Choices choices;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private boolean loaded;

  /** Fetches what can be chosen; asked for when the dialog opens. */
  public void load() {
    loaded = true;
  }

  public boolean isLoaded() {
    return loaded;
  }

  /** The projects in which the reader may create tasks. */
  public List<ProjectChoice> getProjects() {
    return open(choices.getProjects());
  }

  /** Those of these. */
  List<ProjectChoice> open(List<ProjectChoice> all) {
    return all.stream()
        .filter(
            project ->
                caller.isAdmin()
                    || project.role() == MemberRole.MEMBER
                    || project.role() == MemberRole.MANAGER)
        .toList();
  }

  public List<String> getNoTags() {
    return List.of();
  }

  /** Creates it; a refusal is told inside the dialog, because a toast would lie behind it. */
  public void create() {
    TaskView task;
    try {
      task = tasks.create(Draft.sent(Sent.text("project"), caller.zone()));
    } catch (Problem problem) {
      PrimeFaces.current().ajax().addCallbackParam("wrong", why(problem));
      return;
    }
    toasts.done(words.say("newtask.created", task.key()));
    if (task.projectKey() != null) {
      shell.remember(task.projectKey());
    }
    PrimeFaces.current().ajax().addCallbackParam("key", task.key());
    if (Sent.text("another") == null && SHOWS_TASKS.matcher(shell.here()).matches()) {
      shell.again();
    }
  }

  private String why(Problem problem) {
    return problem.fields().isEmpty()
        ? words.say(problem.text())
        : words.say(problem.fields().values().iterator().next());
  }
}
