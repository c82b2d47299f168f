package tracker.exchange;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.work.TaskAsk;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** The door to files that leave. */
@Stateless
public class Exports {
  /** How many tasks are in memory at a time. */
  static final int MANY = 1000;

  @EJB private Tasks tasks;
  @EJB private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * A part of an exported list.
   *
   * @param lines its rows as CSV; in the first part the names of the columns before them
   * @param next what to ask for the part after this one; null where this is the last
   */
  public record Part(String lines, @Nullable String next) {}

  public Exports() {}

  /** For tests without a container. */
  Exports(Tasks tasks, Accounts accounts, Caller caller, Clock clock) {
    this.tasks = tasks;
    this.accounts = accounts;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A part of the tasks that are asked for and that the caller sees, in the order of the list.
   *
   * @param cursor the {@code next} of the part before; null for the first
   */
  @Allowed(Right.PROJECT_VIEW)
  public Part tasks(TaskAsk ask, @Nullable String cursor) {
    Page<TaskView> page = tasks.list(ask, new PageAsk(1, MANY, cursor));
    List<UUID> people =
        page.items().stream().map(TaskView::assigneeId).filter(Objects::nonNull).toList();
    List<UUID> above =
        page.items().stream().map(TaskView::parentId).filter(Objects::nonNull).toList();
    TaskColumns columns = new TaskColumns(accounts.names(people), tasks.names(above));
    String head = cursor == null ? TaskColumns.headLine() : "";
    return new Part(head + columns.lines(page.items()), page.next());
  }

  /** What to call the file: of which project, if of one, and of which day. */
  @Allowed(Right.SIGNED_IN)
  public String nameOf(TaskAsk ask) {
    String project = ask.project() == null ? "" : ask.project().toUpperCase(Locale.ROOT);
    String first = project.matches("[A-Z][A-Z0-9]{1,9}") ? project + "-" : "";
    return first + "tasks-" + clock.now().atZone(caller.zone()).toLocalDate() + ".csv";
  }
}
