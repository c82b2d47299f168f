package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Puts tags on tasks by name; a name that is new becomes a tag. */
@Dependent
class TagNames {
  /** Puts the tags that are there and tells the names that no tag has. */
  private static final String PUT =
      "with meant as (select n.task_id, n.name, g.id from unnest(?, ?) as n(task_id, name)"
          + " left join task.tag g on lower(g.name) = lower(n.name)),"
          + " put as (insert into task.task_tag (task_id, tag_id)"
          + " select task_id, id from meant where id is not null on conflict do nothing)"
          // in one order, so that two calls with the same new names wait for each other in it
          + " select distinct on (lower(name)) name from meant where id is null"
          + " order by lower(name), name";

  private final Sql sql;
  private final Caller caller;

  @Inject
  TagNames(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /** The names without blanks around and doubles, in their first spelling; 422 for an empty one. */
  static List<String> clean(@Nullable List<String> names, String field) {
    Map<String, String> clean = new LinkedHashMap<>();
    for (String name : names == null ? List.<String>of() : names) {
      if (name.isBlank()) {
        throw Problem.invalid(field, "invalid.empty");
      }
      clean.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name.strip());
    }
    return List.copyOf(clean.values());
  }

  /** Whether these are the same names, in any order and spelling of case. */
  static boolean same(List<String> some, List<String> others) {
    return lower(some).equals(lower(others));
  }

  private static Set<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * Gives these tasks exactly these tags; adds what creating new ones has to record. One statement
   * where they are new tasks with known names, four at most, for any number of tasks.
   */
  void put(Map<UUID, List<String>> wanted, boolean fresh, List<Change> changes) {
    if (!fresh) {
      sql.change("delete from task.task_tag where task_id = any(?)", wanted.keySet());
    }
    List<String> missing = put(wanted);
    if (!missing.isEmpty()) {
      create(missing, changes);
      put(wanted);
    }
  }

  // only the database says which names are the same, for lower() there and here may differ
  private List<String> put(Map<UUID, List<String>> wanted) {
    List<UUID> tasks = new ArrayList<>();
    List<String> names = new ArrayList<>();
    wanted.forEach(
        (task, its) ->
            its.forEach(
                name -> {
                  tasks.add(task);
                  names.add(name);
                }));
    return tasks.isEmpty() ? List.of() : sql.list(PUT, row -> row.getString(1), tasks, names);
  }

  private void create(List<String> names, List<Change> changes) {
    List<String> colours = names.stream().map(Tag::colourOf).toList();
    sql.list(
            "insert into task.tag (id, name, colour, created_by)"
                + " select id, name, colour, ? from unnest(?, ?, ?) as n(id, name, colour)"
                + " on conflict (lower(name)) do nothing returning id, name, colour",
            row ->
                new Change(
                    Tag.ENTITY,
                    row.getObject("id", UUID.class),
                    null,
                    "created",
                    null,
                    Map.of("name", row.getString("name"), "colour", row.getString("colour"))),
            caller.id(),
            names.stream().map(name -> Ids.next()).toList(),
            names,
            colours)
        .forEach(changes::add);
  }
}
