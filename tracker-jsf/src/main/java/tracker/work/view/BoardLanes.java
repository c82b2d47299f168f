package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Ids;
import tracker.shared.Text;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Words;
import tracker.work.Boards;
import tracker.work.LaneBy;
import tracker.work.Priority;
import tracker.work.TaskChange;
import tracker.work.TaskName;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** The lanes of a board, where its address asks for some: a row of cells for each value. */
@Named("lanes")
@RequestScoped
public class BoardLanes {
  private static final String PARAMETER = "lanes";

  @Inject private BoardPage page;
  @Inject private Boards boards;
  @Inject private Tasks tasks;
  @Inject private Folds folds;
  @Inject private Edits edits;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Words words;

  private @Nullable List<Lane> all;

  /**
   * One lane.
   *
   * @param value an id or a word, as a card is told it; empty without one
   * @param slug names it inside the page
   * @param fold what it is called where folded parts are kept
   * @param parent the task that its tasks are below, or null
   * @param total how many tasks it has
   */
  public record Lane(
      String value,
      String slug,
      String name,
      String fold,
      boolean folded,
      @Nullable TaskName parent,
      long total,
      List<Cell> cells) {
    /** How many of them the board does not show. */
    public long getHidden() {
      return total - cells.stream().mapToInt(cell -> cell.tasks().size()).sum();
    }
  }

  /** Where a lane and a column meet. */
  public record Cell(BoardPage.Column column, List<TaskView> tasks) {}

  /** What the address asks for; null without lanes. */
  public @Nullable LaneBy getBy() {
    return LaneBy.of(Sent.text(PARAMETER)).orElse(null);
  }

  /** What lanes can be made by. */
  public List<LaneBy> getChoices() {
    return List.of(LaneBy.values());
  }

  /** What the lanes are made by, in words. */
  public String getSaid() {
    LaneBy by = getBy();
    return by == null ? words.get("board.lanes.none") : said(by);
  }

  public String said(LaneBy by) {
    return words.get("board.lanes." + by.word());
  }

  /** The address of the board with lanes by this, or without any; the query stays. */
  public String address(@Nullable LaneBy by) {
    String here = page.getTyped().on(shell.link(shell.here()));
    return by == null
        ? here
        : here + (here.contains("?") ? '&' : '?') + PARAMETER + "=" + by.word();
  }

  /** What the form of the query carries along. */
  public List<ListFilters.Other> getOthers() {
    LaneBy by = getBy();
    return by == null ? List.of() : List.of(new ListFilters.Other(PARAMETER, by.word()));
  }

  /** The board without its query, in the same lanes; null where it has none. */
  public @Nullable String getClear() {
    LaneBy by = getBy();
    String here = shell.link(shell.here());
    return page.getTyped().text().isEmpty()
        ? null
        : by == null ? here : here + "?" + PARAMETER + "=" + by.word();
  }

  /** The lanes in their order: those with a card, and that where a card loses the value. */
  public List<Lane> getAll() {
    LaneBy by = getBy();
    if (all == null && by != null) {
      Map<String, Long> totals = boards.totals(page.getBoard().project().key(), page.text(), by);
      Set<String> values = new LinkedHashSet<>();
      shown().forEach(task -> values.add(by.of(task)));
      Map<UUID, TaskName> parents = tasks.names(by == LaneBy.PARENT ? ids(values) : List.of());
      all =
          ordered(by, values, parents).stream()
              .map(value -> lane(by, value, at(parents, value), totals))
              .toList();
    }
    return all == null ? List.of() : all;
  }

  private List<TaskView> shown() {
    return page.getBoard().columns().stream().flatMap(one -> one.tasks().stream()).toList();
  }

  private static List<UUID> ids(Set<String> values) {
    return values.stream().map(Ids::parse).filter(Objects::nonNull).map(UUID.class::cast).toList();
  }

  /** The reader first, then by name; the most urgent first; nobody and nothing last. */
  private List<String> ordered(LaneBy by, Set<String> values, Map<UUID, TaskName> parents) {
    if (by == LaneBy.PRIORITY) {
      return List.of("high", "normal", "low");
    }
    values.remove(LaneBy.NONE);
    List<String> ordered = new ArrayList<>(values);
    ordered.sort(
        Comparator.comparing((String value) -> !value.equals(caller.id().toString()))
            .thenComparing(value -> name(by, value, at(parents, value))));
    ordered.add(LaneBy.NONE);
    return ordered;
  }

  private static @Nullable TaskName at(Map<UUID, TaskName> parents, String value) {
    UUID id = Ids.parse(value);
    return id == null ? null : parents.get(id);
  }

  private Lane lane(LaneBy by, String value, @Nullable TaskName parent, Map<String, Long> totals) {
    List<Cell> cells =
        page.getColumns().stream()
            .map(
                column ->
                    new Cell(
                        column,
                        column.cards().tasks().stream()
                            .filter(task -> by.of(task).equals(value))
                            .toList()))
            .toList();
    String fold = Folds.lane(by, value);
    return new Lane(
        value,
        value.isEmpty() ? "none" : value,
        name(by, value, parent),
        fold,
        folds.has(fold),
        parent,
        totals.getOrDefault(value, 0L),
        cells);
  }

  private String name(LaneBy by, String value, @Nullable TaskName parent) {
    if (value.isEmpty()) {
      return words.get(by == LaneBy.PARENT ? "board.lane.no_parent" : "task.nobody");
    }
    return switch (by) {
      case ASSIGNEE -> people.name(Ids.parse(value));
      case PRIORITY -> words.get("priority." + value);
      case PARENT -> parent == null ? "" : parent.key() + " " + parent.title();
    };
  }

  /** Whose tasks a lane has, or null. */
  public @Nullable UUID person(Lane lane) {
    return Ids.parse(lane.value());
  }

  /** How much the tasks of a lane matter. */
  public Priority priority(Lane lane) {
    return Edit.priority(lane.value());
  }

  /** The list of the tasks of a lane; of one by parents, the task itself tells them. */
  public @Nullable String list(Lane lane) {
    return switch (Objects.requireNonNull(getBy())) {
      case ASSIGNEE -> page.list("assignee", lane.value().isEmpty() ? "none" : lane.value());
      case PRIORITY -> page.list("priority", lane.value());
      case PARENT -> lane.parent() == null ? null : shell.link("/task/" + lane.parent().key());
    };
  }

  /** What the lane that a card was brought to changes; nothing where it stayed in its own. */
  TaskChange change() {
    LaneBy by = getBy();
    String into = Sent.text("into");
    return by == null || into == null ? TaskChange.nothing() : by.into(value(into));
  }

  // an empty parameter and an absent one would be the same
  private static String value(String slug) {
    return slug.equals("none") ? LaneBy.NONE : slug;
  }

  /** Says what the lane changed; null where the card stayed in its own. */
  @Nullable String told(TaskView task) {
    LaneBy by = getBy();
    if (by == null || Sent.text("into") == null) {
      return null;
    }
    if (by != LaneBy.PARENT) {
      return edits.told(task, by.word());
    }
    UUID parent = task.parentId();
    TaskName name = parent == null ? null : tasks.names(List.of(parent)).get(parent);
    return name == null
        ? words.say(Text.of("edit.parent.none", task.key()))
        : words.say(Text.of("edit.parent", task.key(), name.key()));
  }
}
