package tracker.work;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.attachment.Attachments;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.project.MemberRole;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.query.Query;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.Storable;
import tracker.workflow.Standing;
import tracker.workflow.Status;
import tracker.workflow.Workflow;
import tracker.workflow.Workflows;

/** The door to boards: tasks by status, in an order that people set and that stays. */
@Stateless
public class Boards {
  /** How many cards of a column are shown at once. */
  public static final int CARDS = 100;

  private static final String IN_COLUMN =
      "t.project_id = ? and t.status = s.status and coalesce(t.status_name, '') = s.name"
          + " and t.deleted_at is null";

  private static final String COLUMNS =
      " from unnest(?::text[], ?::text[]) with ordinality s (status, name, place)";

  @Inject private Sql sql;
  @Inject private QuerySql queries;
  @Inject private Access access;
  @EJB private Projects projects;
  @Inject private TaskRows rows;
  @Inject private TaskEdit edit;
  @Inject private TaskFlow flow;
  @Inject private TaskTree tree;
  @EJB private Workflows workflows;
  @Inject private BoardPlaces places;
  @Inject private ExplainStep steps;
  @EJB private Attachments attachments;
  @Inject private Caller caller;

  private record Card(int column, long total, TaskView task) {}

  /**
   * A project's board, narrowed to a query where there is one; its cards keep their own order,
   * whatever the query says. 422 for the field {@code q} where the query means nothing.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public BoardView of(String project, @Nullable String text) {
    Storable.check("q", text);
    ProjectView view = projects.one(project);
    Workflow rules = workflows.rules(view.id());
    List<Status> statuses = rules.all();
    List<String> names = new ArrayList<>();
    for (Status status : statuses) {
      String name = rules.standing(status).name();
      names.add(name == null ? "" : name);
    }
    List<Object> asked = new ArrayList<>();
    String column = IN_COLUMN + " and " + queries.of(Query.of(text), asked);
    List<?> categories = statuses.stream().map(Status::category).toList();
    List<Object> args = new ArrayList<>(List.of(view.id()));
    args.addAll(asked);
    args.addAll(List.of(categories, names, view.id()));
    args.addAll(asked);
    args.add(CARDS);
    List<Card> cards =
        rows.read(
            ", t.place, t.total",
            "(select c.*, s.place, (select count(*) from task.task t where "
                + column
                + ") as total"
                + COLUMNS
                + " cross join lateral (select * from task.task t where "
                + column
                + " order by t.rank, t.id limit ?) c) t",
            " order by t.place, t.rank, t.id",
            row -> new Card(row.getInt("place") - 1, row.getLong("total"), TaskRows.view(row)),
            args);
    List<Long> whole =
        text == null || text.isBlank()
            ? List.of()
            : sql.list(
                "select (select count(*) from task.task t where "
                    + IN_COLUMN
                    + ")"
                    + COLUMNS
                    + " order by s.place",
                row -> row.getLong(1),
                view.id(),
                categories,
                names);
    boolean manages = caller.isAdmin() || view.role() == MemberRole.MANAGER;
    List<BoardView.Column> columns = new ArrayList<>();
    for (int i = 0; i < statuses.size(); i++) {
      Status status = statuses.get(i);
      int place = i;
      List<Card> its = cards.stream().filter(card -> card.column() == place).toList();
      // a category without a status of the project is shown while something is left in it
      if (rules.statuses().contains(status) || !its.isEmpty()) {
        long total = its.isEmpty() ? 0 : its.get(0).total();
        columns.add(
            new BoardView.Column(
                status,
                rules.standing(status).word(),
                total,
                whole.isEmpty() ? total : whole.get(i),
                its.stream().map(Card::task).toList(),
                steps.shut(rules, status, manages)));
      }
    }
    return new BoardView(view, columns, lacking(rules, columns));
  }

  private Map<UUID, Map<String, String>> lacking(Workflow rules, List<BoardView.Column> columns) {
    Map<UUID, Map<String, String>> lacking = new HashMap<>();
    for (BoardView.Column column : columns) {
      for (TaskView task : column.tasks()) {
        Map<String, String> its = steps.lacking(rules, task);
        if (!its.isEmpty()) {
          lacking.put(task.id(), its);
        }
      }
    }
    return lacking;
  }

  /** How many tasks of a board each lane has, of those that the query lets through. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Map<String, Long> totals(String project, @Nullable String text, LaneBy by) {
    Storable.check("q", text);
    List<Object> args = new ArrayList<>(List.of(projects.one(project).id()));
    String asked = queries.of(Query.of(text), args);
    return sql
        .list(
            "select "
                + by.column()
                + ", count(*) from task.task t where t.project_id = ? and t.deleted_at is null and "
                + asked
                + " group by 1",
            row -> Map.entry(by.lane(row.getString(1)), row.getLong(2)),
            args.toArray())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How many files each of these tasks has, of those that have some and the caller sees. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.PROJECT_VIEW)
  public Map<UUID, Integer> files(Collection<UUID> of) {
    Map<UUID, Integer> counts = attachments.counts(of);
    counts.keySet().retainAll(rows.names(counts.keySet()).keySet());
    return counts;
  }

  /**
   * Changes a task as its new place says, and puts it there, between two others; null for the top
   * or the bottom. Without both it keeps its place where it has one, else it goes to the bottom.
   *
   * @param wanted its column, and what its lane stands for
   * @param after the task above its new place
   * @param before the task below its new place
   */
  @Allowed(Right.PROJECT_WORK)
  public TaskView move(
      String idOrKey, @Valid TaskChange wanted, @Nullable UUID after, @Nullable UUID before) {
    Access.TaskFound found = access.task(idOrKey, Reach.WORK);
    UUID project = found.projectId();
    if (wanted.parentId() != null) {
      tree.lock(); // before the row: a writer of the parent's row would wait for this one
    }
    if (project != null) {
      places.lock(project);
    }
    Workflow rules = flow.hold(project);
    Task task = edit.locked(found.id(), null);
    if (task.isDeleted()) {
      throw Problem.of(WorkProblem.TASK_NOT_FOUND);
    }
    Standing stood = task.standing();
    edit.apply(task, wanted, rules);
    if (project != null && project.equals(task.projectId())) {
      // what has just been closed stands on top of all that was closed before
      boolean placed = stood.equals(task.standing()) || task.standing().category().isClosed();
      places.put(task, after, before, placed);
    }
    return rows.written(task.id());
  }
}
