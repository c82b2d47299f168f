package tracker.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tracker.shared.Sql;

/** What is remembered of files: the names outside of tasks, and what columns mean. */
@Dependent
class Origins {
  private final Sql sql;

  @Inject
  Origins(Sql sql) {
    this.sql = sql;
  }

  /** Imports into one project wait for each other, so that none makes what the other just made. */
  void lock(UUID project) {
    sql.alone("import " + project);
  }

  /** The tasks that were known under these names in a project. */
  Map<Draft.Name, UUID> known(UUID project, Collection<Draft.Name> names) {
    Map<Draft.Name, UUID> known = new HashMap<>();
    if (!names.isEmpty()) {
      sql.list(
              "select o.source, o.external, o.task_id from unnest(?, ?) as n(source, external)"
                  + " join exchange.origin o on o.project_id = ? and o.source = n.source"
                  + " and o.external = n.external",
              row ->
                  Map.entry(
                      new Draft.Name(row.getString("source"), row.getString("external")),
                      row.getObject("task_id", UUID.class)),
              names.stream().map(Draft.Name::source).toList(),
              names.stream().map(Draft.Name::external).toList(),
              project)
          .forEach(one -> known.put(one.getKey(), one.getValue()));
    }
    return known;
  }

  /** From now on these names lead to these tasks. */
  void keep(UUID project, Map<Draft.Name, UUID> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    List<Draft.Name> names = new ArrayList<>(tasks.keySet());
    sql.change(
        "insert into exchange.origin (project_id, source, external, task_id)"
            + " select ?, n.source, n.external, n.task from unnest(?, ?, ?) as n(source, external,"
            + " task) on conflict (project_id, source, external) do update"
            + " set task_id = excluded.task_id where origin.task_id <> excluded.task_id",
        project,
        names.stream().map(Draft.Name::source).toList(),
        names.stream().map(Draft.Name::external).toList(),
        names.stream().map(tasks::get).toList());
  }

  /** What columns mean in a project, by their names; those that nobody spoke of are left out. */
  Map<String, Field> readings(UUID project) {
    Map<String, Field> readings = new LinkedHashMap<>();
    sql.list(
            "select header, field from exchange.reading where project_id = ?",
            row -> Map.entry(row.getString("header"), row.getString("field")),
            project)
        .forEach(
            one -> Field.of(one.getValue()).ifPresent(field -> readings.put(one.getKey(), field)));
    return readings;
  }

  /** Remembers what was said of columns. */
  void keepReadings(UUID project, Map<String, Field> said) {
    if (said.isEmpty()) {
      return;
    }
    List<String> headers = new ArrayList<>(said.keySet());
    sql.change(
        "insert into exchange.reading (project_id, header, field)"
            + " select ?, n.header, n.field from unnest(?, ?) as n(header, field)"
            + " on conflict (project_id, header) do update set field = excluded.field",
        project,
        headers,
        headers.stream().map(said::get).map(Field::word).toList());
  }
}
