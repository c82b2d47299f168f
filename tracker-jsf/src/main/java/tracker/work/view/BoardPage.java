package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.identity.Caller;
import tracker.shared.PageAsk;
import tracker.shared.Text;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.BoardView;
import tracker.work.Boards;
import tracker.work.MemberRole;
import tracker.work.NewTask;
import tracker.work.ProjectView;
import tracker.work.Projects;
import tracker.work.Status;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** The board of one project. */
@Named("boardPage")
@RequestScoped
public class BoardPage {
  @Inject private Boards boards;
  @Inject private Projects projects;
  @Inject private Tasks tasks;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable BoardView board;
  private @Nullable List<ProjectView> all;

  /** Opens the board of the address; without a key that of the project looked at last. */
  public void open() {
    String key = Sent.text("key");
    if (key != null) {
      String real = getBoard().project().key();
      shell.remember(real);
    } else if (!getProjects().isEmpty()) {
      shell.go("/board/" + lastOr(getProjects()));
    }
  }

  private String lastOr(List<ProjectView> projects) {
    String last = shell.lastProject();
    return projects.stream()
        .map(ProjectView::key)
        .filter(key -> key.equals(last))
        .findFirst()
        .orElse(projects.get(0).key());
  }

  /** Whether the address names a project; without any there is nothing to show yet. */
  public boolean isChosen() {
    return Sent.text("key") != null;
  }

  public BoardView getBoard() {
    if (board == null) {
      board = boards.of(Sent.value("key"));
      people.meet(
          board.columns().stream()
              .flatMap(column -> column.tasks().stream())
              .map(TaskView::assigneeId)
              .toList());
    }
    return board;
  }

  /** One column by the public word of its status. */
  public BoardView.Column column(String word) {
    return getBoard().columns().stream()
        .filter(column -> column.status().word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the reader may move cards here. */
  public boolean isWritable() {
    MemberRole role = getBoard().project().role();
    return caller.isAdmin() || role == MemberRole.MEMBER || role == MemberRole.MANAGER;
  }

  /** The projects to switch to. */
  public List<ProjectView> getProjects() {
    if (all == null) {
      all = projects.list(PageAsk.first(PageAsk.MAX_LIMIT)).items();
    }
    return all;
  }

  /** Puts a card where it was dropped. */
  public void move() {
    Status status = Sent.status(Sent.value("status"));
    UUID after = Sent.id("after");
    UUID before = Sent.id("before");
    TaskView task = boards.move(Sent.value("task"), status, after, before);
    boolean stays = status.word().equals(Sent.text("from"));
    String key = stays ? "board.sorted" : "edit.status";
    toasts.done(words.say(Text.of(key, task.key(), words.get("status." + status.word()))));
  }

  /** Adds a task at the end of a column and shows the column again. */
  public void add() {
    Status status = Sent.status(Sent.value("status"));
    String title = Sent.value("title");
    TaskView task =
        tasks.create(
            new NewTask(
                title, null, status, null, null, null, null, Sent.value("key"), null, null, null));
    toasts.done(words.say("newtask.created", task.key()));
    board = null;
    PrimeFaces.current().ajax().addCallbackParam("task", task.id().toString());
    PrimeFaces.current().ajax().update("cards-" + status.word(), "count-" + status.word());
  }
}
