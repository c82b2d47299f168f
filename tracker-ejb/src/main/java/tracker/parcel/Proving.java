package tracker.parcel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Shapes;
import tracker.shared.Sql;

/** Proves that rows may come in: their shape, that they are new here, that their tasks came too. */
@Dependent
class Proving {
  private final Sql sql;
  private final Validator validator;

  @Inject
  Proving(Sql sql, Validator validator) {
    this.sql = sql;
    this.validator = validator;
  }

  /** The shape of one. */
  <T> void shape(String place, T row) {
    Shapes.check(validator, row, place + ".");
  }

  /** The shape of each. */
  <T> void shapes(String part, int first, List<T> rows) {
    for (int i = 0; i < rows.size(); i++) {
      shape(part + "[" + (first + i) + "]", rows.get(i));
    }
  }

  private record Known(UUID id, boolean came) {}

  /**
   * That none of these ids is here: 409 for one that was before, 422 for one that stands twice in
   * the document.
   */
  void fresh(String part, int first, String table, List<UUID> ids) {
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!seen.add(ids.get(i))) {
        throw twice(part + "[" + (first + i) + "]", ids.get(i));
      }
    }
    sql.first(
            "select id, xmin = pg_current_xact_id()::xid as came from "
                + table
                + " where id = any(?) limit 1",
            row -> new Known(row.getObject("id", UUID.class), row.getBoolean("came")),
            ids)
        .ifPresent(
            known -> {
              String place = part + "[" + (first + ids.indexOf(known.id())) + "]";
              throw known.came() ? twice(place, known.id()) : here(place + ".id", known.id());
            });
  }

  private static Problem twice(String place, UUID id) {
    return Problem.invalid(place + ".id", "invalid.parcel_twice", id.toString());
  }

  /** The refusal of something that is here already. */
  static Problem here(String field, UUID id) {
    return Problem.of(ParcelProblem.ALREADY_HERE, id.toString())
        .field(field, "problem.ALREADY_HERE", id.toString());
  }

  /** That the tasks which these rows name, where they name one, came with this project. */
  <T> void tasks(String part, int first, String field, List<T> rows, Load load, Naming<T> naming) {
    List<@Nullable UUID> named = new ArrayList<>();
    rows.forEach(row -> named.add(naming.task(row)));
    sql.first(
            "select x.id from unnest(?::uuid[]) x (id) where x.id is not null and not exists"
                + " (select 1 from task.task t where t.id = x.id and t.project_id = ?) limit 1",
            row -> row.getObject(1, UUID.class),
            named,
            load.id())
        .ifPresent(
            alien -> {
              String place = part + "[" + (first + named.indexOf(alien)) + "]." + field;
              throw Problem.invalid(place, "invalid.parcel_task", alien.toString());
            });
  }

  /** The task that a row names; null where it names none. */
  @FunctionalInterface
  interface Naming<T> {
    @Nullable UUID task(T row);
  }
}
