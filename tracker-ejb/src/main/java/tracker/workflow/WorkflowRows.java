package tracker.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tracker.identity.Caller;
import tracker.project.ProjectsSeen;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Sql;

/**
 * The kept rules. A project gets its row when its rules are first needed for a write, so that there
 * is something to lock: whoever gives tasks a status shares the row until they are done, whoever
 * changes the rules has it alone.
 */
@Dependent
class WorkflowRows {
  private static final String SELECT =
      "select project_id, id, statuses::text, transitions::text, version"
          + " from workflow.workflow where ";

  private final Sql sql;
  private final Caller caller;

  @Inject
  WorkflowRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /** Rules with the id under which their changes are recorded. */
  record Row(UUID project, UUID id, Workflow rules, long version) {}

  /** What a project has; empty where it never named its own. */
  Optional<Row> of(UUID project) {
    return sql.first(SELECT + "project_id = ?", WorkflowRows::read, project);
  }

  /** The rules of projects, which stay as they are until the transaction ends. */
  Map<UUID, Workflow> shared(Collection<UUID> projects) {
    Map<UUID, Workflow> found = new HashMap<>();
    locked(projects, " order by project_id for share")
        .forEach(one -> found.put(one.project(), one.rules()));
    return found;
  }

  /** The rules of one project, for writing. */
  Row alone(UUID project) {
    return locked(List.of(project), " for update").get(0);
  }

  private List<Row> locked(Collection<UUID> projects, String lock) {
    List<Object> args = new ArrayList<>();
    String wanted = SELECT + Sql.among("project_id", projects, args) + lock;
    List<Row> found = sql.list(wanted, WorkflowRows::read, args.toArray());
    if (found.size() == projects.size()) {
      return found;
    }
    for (UUID project : projects) {
      sql.change(
          "insert into workflow.workflow (project_id, id, statuses, transitions)"
              + " values (?, ?, ?::jsonb, '[]') on conflict (project_id) do nothing",
          project,
          Ids.next(),
          Json.write(Workflow.USUAL.statuses()));
    }
    return sql.list(wanted, WorkflowRows::read, args.toArray());
  }

  /** Whose rules are recorded under this id. */
  Optional<UUID> project(UUID id) {
    return sql.first(
        "select project_id from workflow.workflow where id = ?",
        row -> row.getObject(1, UUID.class),
        id);
  }

  /** Keeps the rules that a project brings along; false where this id is here already. */
  boolean bring(Row row) {
    return sql.change(
            "insert into workflow.workflow (project_id, id, statuses, transitions, version)"
                + " values (?, ?, ?::jsonb, ?::jsonb, ?) on conflict do nothing",
            row.project(),
            row.id(),
            Json.write(row.rules().statuses()),
            Json.write(row.rules().transitions()),
            row.version())
        == 1;
  }

  /** Keeps other rules. */
  void write(UUID project, Workflow rules) {
    sql.change(
        "update workflow.workflow set statuses = ?::jsonb, transitions = ?::jsonb,"
            + " version = version + 1 where project_id = ?",
        Json.write(rules.statuses()),
        Json.write(rules.transitions()),
        project);
  }

  /**
   * The names, in small letters, of statuses of projects that the caller sees among these words.
   */
  List<String> known(Collection<String> words) {
    List<Object> args = new ArrayList<>(List.of(words));
    String seen = ProjectsSeen.rows(caller, args);
    return sql.list(
        "select distinct lower(s ->> 'name') from workflow.workflow w"
            + " cross join lateral jsonb_array_elements(w.statuses) s"
            + " join task.project x on x.id = w.project_id"
            + " where lower(s ->> 'name') = any(select lower(unnest(?))) and "
            + seen,
        row -> row.getString(1),
        args.toArray());
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("project_id", UUID.class),
        row.getObject("id", UUID.class),
        rules(row.getString("statuses"), row.getString("transitions")),
        row.getLong("version"));
  }

  static Workflow rules(String statuses, String transitions) {
    try {
      return new Workflow(
          Json.shared().readValue(statuses, new TypeReference<List<Status>>() {}),
          Json.shared().readValue(transitions, new TypeReference<List<Transition>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Rules that are no rules", e);
    }
  }
}
