package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.identity.Caller;
import tracker.project.MemberRole;
import tracker.project.ProjectChoice;
import tracker.project.Projects;
import tracker.shared.Json;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Text;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.BoardView;
import tracker.work.Boards;
import tracker.work.TaskView;
import tracker.work.Tasks;
import tracker.workflow.Category;

/** The board of one project. */
@Named("boardPage")
@RequestScoped
public class BoardPage {
  @Inject private Boards boards;
  @Inject private Projects projects;
  @Inject private Tasks tasks;
  @Inject private Edits edits;
  @Inject private Choices choices;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;
  @Inject private Folds folds;
  @Inject private BoardLanes lanes;

  private @Nullable BoardView board;
  private @Nullable Typed typed;
  private @Nullable Map<UUID, Integer> files;
  private @Nullable List<ProjectChoice> all;

  /** Opens the board of the address; without a key that of the project looked at last. */
  public void open() {
    String key = Sent.text("key");
    if (key != null) {
      String real = getBoard().project().key();
      shell.remember(real);
    } else if (!getProjects().isEmpty()) {
      shell.go(asked().on("/board/" + lastOr(getProjects())));
    }
  }

  private String lastOr(List<ProjectChoice> projects) {
    String last = shell.lastProject();
    return projects.stream()
        .map(ProjectChoice::key)
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
      board = found(Sent.value("key"));
      people.meet(
          board.columns().stream()
              .flatMap(column -> column.tasks().stream())
              .map(TaskView::assigneeId)
              .toList());
    }
    return board;
  }

  /**
   * A column as the page has it.
   *
   * @param slug names it inside the page
   * @param name in the reader's words
   * @param folded whether the reader folded it to a strip
   */
  public record Column(String slug, String name, BoardView.Column cards, boolean folded) {
    /** What it is called where folded parts are kept. */
    public String getFold() {
      return Folds.column(cards.word());
    }

    /** What the page tells who would bring a card of it to a column where it may not go. */
    public @Nullable String getShut() {
      return json(cards.shut());
    }
  }

  /** The same of one card, for the columns that it lacks something for. */
  public @Nullable String lacking(UUID task) {
    return json(getBoard().lacking().getOrDefault(task, Map.of()));
  }

  private static @Nullable String json(Map<String, String> words) {
    return words.isEmpty() ? null : Json.write(words);
  }

  /** The columns in their order; none before a project is chosen. */
  public List<Column> getColumns() {
    List<Column> columns = new ArrayList<>();
    if (isChosen()) {
      for (BoardView.Column one : getBoard().columns()) {
        String slug = Category.of(one.word()).isPresent() ? one.word() : "s" + columns.size();
        Category category = one.status().category();
        String name = choices.statusName(category, one.isNamed() ? one.status().name() : null);
        boolean folded = folds.has(Folds.column(one.word()));
        columns.add(new Column(slug, name, one, folded));
      }
    }
    return columns;
  }

  /** The statuses to move a card to. */
  public List<StatusChoice> getStatuses() {
    return getColumns().stream()
        .map(
            one ->
                new StatusChoice(one.cards().word(), one.cards().status().category(), one.name()))
        .toList();
  }

  /** The ids of all cards that it shows. */
  public List<UUID> shown() {
    return getBoard().columns().stream()
        .flatMap(column -> column.tasks().stream())
        .map(TaskView::id)
        .toList();
  }

  /** How many files hang on a card: asked once for all of them. */
  public int files(TaskView task) {
    if (files == null) {
      files = boards.files(shown());
    }
    return files.getOrDefault(task.id(), 0);
  }

  /** The board; empty columns where the query is wrong, which is said beside it. */
  private BoardView found(String key) {
    try {
      return boards.of(key, asked().asked());
    } catch (Problem problem) {
      typed = asked().refused(problem, words::say);
      return boards.of(key, null).bare();
    }
  }

  private static Typed asked() {
    return Typed.of(Sent.text("q"));
  }

  /** The query, with what is wrong with it. */
  public Typed getTyped() {
    getBoard();
    return typed == null ? asked() : typed;
  }

  /** The list of the same tasks. */
  public String getList() {
    return list("");
  }

  /** The list of those with this status. */
  public String list(String status) {
    return list("status", status);
  }

  /** The list of those with this value of a filter. */
  String list(String name, String value) {
    return shell.link(
        ListQuery.read(
                Map.of(
                    "project",
                    new String[] {getBoard().project().key()},
                    name,
                    new String[] {value},
                    "q",
                    new String[] {asked().text()}))
            .address());
  }

  /** The query as the address has it, or null. */
  @Nullable String text() {
    return getTyped().wrong() == null ? asked().asked() : null;
  }

  /** Whether the reader may move cards here. */
  public boolean isWritable() {
    MemberRole role = getBoard().project().role();
    return caller.isAdmin() || role == MemberRole.MEMBER || role == MemberRole.MANAGER;
  }

  /** The projects to switch to. */
  public List<ProjectChoice> getProjects() {
    if (all == null) {
      all = projects.ownFirst("", PageAsk.MAX_LIMIT);
    }
    return all;
  }

  /** Puts a card where it was dropped. */
  public void move() {
    String status = Sent.value("status");
    UUID after = Sent.id("after");
    UUID before = Sent.id("before");
    TaskView task = boards.move(Sent.value("card"), lanes.change().entering(status), after, before);
    boolean stays = status.equals(Sent.text("from"));
    String lane = lanes.told(task);
    String column = choices.statusName(task.category(), task.statusName());
    if (!stays) {
      toasts.done(lane == null ? edits.entered(task) : edits.entered(task) + ". " + lane);
    } else {
      toasts.done(lane == null ? words.say(Text.of("board.sorted", task.key(), column)) : lane);
    }
  }

  /** Changes one field of the task beside the board. */
  public void edit() {
    edits.apply(Sent.value("card"), Edit.sent(), null);
  }

  /** Adds a task at the end of a column and shows the column again. */
  public void add() {
    String status = Sent.value("status");
    TaskView task = tasks.create(Draft.sent(Sent.value("key"), caller.zone()));
    board = null;
    boolean shown =
        getColumns().stream()
            .flatMap(one -> one.cards().tasks().stream())
            .anyMatch(one -> one.id().equals(task.id()));
    String said = words.say("newtask.created", task.key());
    toasts.done(
        shown || asked().text().isEmpty() ? said : said + ". " + words.get("board.left_out"));
    PrimeFaces.current().ajax().addCallbackParam("task", task.id().toString());
    if (lanes.getBy() != null) {
      return; // the page asks for all of its lanes afresh
    }
    getColumns().stream()
        .filter(one -> one.cards().word().equals(status))
        .forEach(
            one ->
                PrimeFaces.current().ajax().update("cards-" + one.slug(), "count-" + one.slug()));
  }
}
