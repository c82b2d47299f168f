package tracker.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.workflow.Standing;
import tracker.workflow.Status;
import tracker.workflow.Workflow;
import tracker.workflow.WorkflowChanged;

/** Takes tasks along when the rules of their project change; none is left without a status. */
@Dependent
class TaskStandings {
  /** So many tasks that stand in the way are named. */
  private static final int NAMED = 20;

  @Inject private Sql sql;
  @EJB private Journal journal;
  @Inject private Clock clock;

  /** The tasks that stand alike. */
  private record Group(Standing standing, long living) {}

  void follow(@Observes WorkflowChanged changed) {
    Map<String, String> move = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    move.putAll(changed.move());
    List<Group> groups = groups(changed.project());
    Map<Group, Standing> targets = new LinkedHashMap<>();
    List<Group> stranded = new ArrayList<>();
    for (Group group : groups) {
      Optional<Status> target = target(group, changed, move);
      if (target.isPresent()) {
        targets.put(group, changed.after().standing(target.get()));
      } else {
        stranded.add(group);
      }
    }
    if (!stranded.isEmpty()) {
      throw inUse(changed, stranded);
    }
    targets.forEach(
        (group, next) -> {
          if (!next.equals(group.standing())) {
            go(changed.project(), group.standing(), next);
          }
        });
  }

  /** Where tasks go; empty where nobody said. */
  private static Optional<Status> target(
      Group group, WorkflowChanged changed, Map<String, String> move) {
    Standing old = group.standing();
    Workflow after = changed.after();
    String name = name(old);
    String wanted = move.get(name);
    if (wanted != null) {
      return after.find(wanted);
    }
    Optional<Status> same =
        after.statuses().stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    if (same.isPresent()) {
      return same;
    }
    boolean wasNamed =
        changed.before().statuses().stream().anyMatch(one -> one.name().equalsIgnoreCase(name));
    boolean free = changed.lenient() || group.living() == 0 || !wasNamed;
    return free ? Optional.of(after.main(old.category())) : Optional.empty();
  }

  private static String name(Standing standing) {
    String name = standing.name();
    return name == null ? standing.category().word() : name;
  }

  private Problem inUse(WorkflowChanged changed, List<Group> stranded) {
    Problem problem = null;
    for (Group group : stranded) {
      Standing standing = group.standing();
      String keys =
          String.join(
              ", ",
              sql.list(
                  "select key from task.task where project_id = ? and status = ?"
                      + " and status_name is not distinct from ?::text and deleted_at is null"
                      + " order by number limit ?",
                  row -> row.getString(1),
                  changed.project(),
                  standing.category(),
                  standing.name(),
                  NAMED));
      String more = group.living() > NAMED ? ", …" : "";
      if (problem == null) {
        problem =
            Problem.of(WorkProblem.STATUS_IN_USE, name(standing), group.living(), keys + more);
      }
      problem.field(
          "move." + name(standing),
          "problem.STATUS_IN_USE",
          name(standing),
          group.living(),
          keys + more);
    }
    return problem == null ? Problem.of(WorkProblem.STATUS_IN_USE, "", 0, "") : problem;
  }

  private List<Group> groups(UUID project) {
    return sql.list(
        "select status, status_name, status_aside, count(*) filter (where deleted_at is null)"
            + " as living from task.task where project_id = ? group by 1, 2, 3 order by 1, 2, 3",
        TaskStandings::group,
        project);
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(Columns.standing(row), row.getLong("living"));
  }

  /** Gives all tasks that stand so another standing; recorded where readers see it. */
  private void go(UUID project, Standing old, Standing next) {
    boolean seen = !old.word().equals(next.word());
    List<@Nullable Object> args = new ArrayList<>();
    args.add(next.category());
    args.add(next.name());
    args.add(next.aside());
    String set = "status = ?, status_name = ?::text, status_aside = ?";
    if (seen) {
      set += ", version = version + 1, updated_at = ?";
      args.add(clock.now());
    }
    if (next.category().isClosed() != old.category().isClosed()) {
      set += next.category().isClosed() ? ", closed_at = ?" : ", closed_at = null";
      if (next.category().isClosed()) {
        args.add(clock.now());
      }
    }
    args.add(project);
    args.add(old.category());
    args.add(old.name());
    args.add(old.aside());
    List<UUID> ids =
        sql.list(
            "update task.task set "
                + set
                + " where project_id = ? and status = ? and status_name is not distinct from ?::text"
                + " and status_aside = ? returning id",
            row -> row.getObject(1, UUID.class),
            args.toArray());
    if (seen) {
      journal.record(
          ids.stream()
              .map(id -> new Change(Task.ENTITY, id, project, "status", old.word(), next.word()))
              .toList());
    }
  }
}
