package tracker.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
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
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;
import tracker.shared.Sql;
import tracker.shared.Storable;
import tracker.shared.Text;
import tracker.shared.Texts;

/** The lines of a long import: those that wait, and what became of the others. */
@Dependent
class LongLines {
  private static final int PART = 1000;

  private final Sql sql;

  @Inject
  LongLines(Sql sql) {
    this.sql = sql;
  }

  /** Adds lines, with the names by which they find one another. */
  void add(UUID intake, List<Sheet.Line> lines, Reading reading) {
    List<@Nullable String> names = new ArrayList<>();
    List<@Nullable String> titles = new ArrayList<>();
    List<@Nullable String> above = new ArrayList<>();
    List<String> own = new ArrayList<>();
    List<String> owners = new ArrayList<>();
    for (Sheet.Line line : lines) {
      Row.Names its = Row.Names.of(reading.cells(line));
      names.add(kept(its.first()));
      titles.add(its.first() == null ? kept(its.title()) : null);
      above.add(kept(its.above()));
      for (String name : its.own()) {
        if (kept(name) != null) {
          own.add(name);
          owners.add(Integer.toString(line.number()));
        }
      }
    }
    sql.change(
        "insert into exchange.line (intake_id, row, cells, name, title, above)"
            + " select ?, n.row::integer, n.cells, n.name, n.title, n.above"
            + " from unnest(?, ?, ?, ?, ?) as n(row, cells, name, title, above)",
        intake,
        lines.stream().map(line -> Integer.toString(line.number())).toList(),
        lines.stream().map(line -> json(line.cells())).toList(),
        names,
        titles,
        above);
    if (!own.isEmpty()) {
      sql.change(
          "insert into exchange.line_name (intake_id, name, row)"
              + " select ?, n.name, min(n.row::integer) from unnest(?, ?) as n(name, row)"
              + " group by n.name on conflict do nothing",
          intake,
          own,
          owners);
    }
  }

  // a name that cannot be one is refused when its row is read
  private static @Nullable String kept(@Nullable String name) {
    return name == null || name.length() > Draft.LONGEST_NAME || !Storable.is(name) ? null : name;
  }

  private static String json(List<String> cells) {
    try {
      String json = Json.write(cells);
      return Storable.is(json)
          ? json
          : Json.shared()
              .writer()
              .with(JsonWriteFeature.ESCAPE_NON_ASCII)
              .writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cells that are no JSON", e);
    }
  }

  /** Finds out, over all lines, which names came before and which titles are the n-th. */
  void compare(UUID intake) {
    // one after the other: a join with itself is planned badly for rows that were just written
    Runs names = new Runs();
    sql.walk(
        PART,
        "select row, name as word from exchange.line where intake_id = ? and name is not null"
            + " order by name, row",
        names::read,
        some ->
            note(
                intake,
                "twice",
                some.stream().filter(one -> one.nth() > 1).toList(),
                Runs.One::first),
        intake);
    Runs titles = new Runs();
    sql.walk(
        PART,
        "select row, title as word from exchange.line where intake_id = ? and title is not null"
            + " order by title, row",
        titles::read,
        some ->
            note(intake, "nth", some.stream().filter(one -> one.nth() > 1).toList(), Runs.One::nth),
        intake);
  }

  /** Rows in the order of a word: which of them have the same, and the how-manieth each is. */
  private static final class Runs {
    private @Nullable String word;
    private int first;
    private int nth;

    record One(int row, int first, int nth) {}

    One read(ResultSet row) throws SQLException {
      String its = row.getString("word");
      if (!its.equals(word)) {
        word = its;
        first = row.getInt("row");
        nth = 0;
      }
      nth++;
      return new One(row.getInt("row"), first, nth);
    }
  }

  private void note(
      UUID intake, String column, List<Runs.One> some, ToIntFunction<Runs.One> value) {
    if (!some.isEmpty()) {
      sql.change(
          "update exchange.line l set "
              + column
              + " = n.value::integer from unnest(?, ?) as n(row, value)"
              + " where l.intake_id = ? and l.row = n.row::integer",
          some.stream().map(one -> Integer.toString(one.row())).toList(),
          some.stream().map(one -> Integer.toString(value.applyAsInt(one))).toList(),
          intake);
    }
  }

  /** The next lines that wait for no other: up to so many, and up to so many letters. */
  List<Row> next(UUID intake, Reading reading, int most, int letters) {
    return sql.list(
        "select row, cells, nth, twice from (select *, sum(length(cells)) over (order by row)"
            + " - length(cells) as before from (select l.* from exchange.line l"
            + " where l.intake_id = ? and l.came is null and (l.above is null or not exists"
            + " (select 1 from exchange.line_name n join exchange.line p"
            + " on p.intake_id = n.intake_id and p.row = n.row where n.intake_id = l.intake_id"
            + " and n.name = l.above and p.row <> l.row and p.came is null))"
            + " order by l.row limit ?) waiting) measured where before < ? order by row",
        row -> row(row, reading),
        intake,
        most,
        letters);
  }

  private static Row row(ResultSet row, Reading reading) throws SQLException {
    Sheet.Line line = new Sheet.Line(row.getInt("row"), cells(row.getString("cells")));
    int twice = row.getInt("twice");
    return new Row(
        line, Row.Names.of(reading.cells(line)), row.getInt("nth"), twice == 0 ? null : twice);
  }

  private static List<String> cells(String json) {
    try {
      return Json.shared().readValue(json, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kept cells that cannot be read", e);
    }
  }

  /** Which lines are these tasks. */
  Map<UUID, Integer> of(UUID intake, Collection<UUID> tasks) {
    Map<UUID, Integer> rows = new HashMap<>();
    if (!tasks.isEmpty()) {
      sql.list(
              "select task_id, min(row) as row from exchange.line where intake_id = ?"
                  + " and task_id = any(?) group by task_id",
              row -> Map.entry(row.getObject("task_id", UUID.class), row.getInt("row")),
              intake,
              tasks)
          .forEach(one -> rows.put(one.getKey(), one.getValue()));
    }
    return rows;
  }

  /** Which of these names lines have that came in. */
  List<String> came(UUID intake, Collection<String> names) {
    return names.isEmpty()
        ? List.of()
        : sql.list(
            "select n.name from exchange.line_name n join exchange.line l"
                + " on l.intake_id = n.intake_id and l.row = n.row"
                + " where n.intake_id = ? and n.name = any(?) and l.came",
            row -> row.getString("name"),
            intake,
            names);
  }

  /**
   * Notes what became of lines.
   *
   * @param real whether their tasks are there; those of a trial are gone
   */
  void did(UUID intake, Intake.Outcome outcome, boolean real, Texts texts) {
    List<String> rows = new ArrayList<>();
    List<String> came = new ArrayList<>();
    List<@Nullable String> tasks = new ArrayList<>();
    List<@Nullable String> told = new ArrayList<>();
    for (Draft draft : outcome.drafts()) {
      rows.add(Integer.toString(draft.row));
      came.add(Boolean.toString(draft.wrong.isEmpty()));
      UUID task = real ? outcome.matches().id(draft) : outcome.matches().before(draft);
      tasks.add(task == null ? null : task.toString());
      Map<String, Text> words = draft.wrong.isEmpty() ? draft.lacks : draft.wrong;
      told.add(words.isEmpty() ? null : json(words, texts));
    }
    sql.change(
        "update exchange.line l set cells = '', came = n.came::boolean, task_id = n.task::uuid,"
            + " told = n.told::jsonb from unnest(?, ?, ?, ?) as n(row, came, task, told)"
            + " where l.intake_id = ? and l.row = n.row::integer",
        rows,
        came,
        tasks,
        told,
        intake);
  }

  private static String json(Map<String, Text> words, Texts texts) {
    Map<String, String> said = new HashMap<>();
    words.forEach((field, text) -> said.put(field, texts.say(text).replace("\u0000", "")));
    return Json.write(said);
  }

  /** Leaves out what still waits: it lies below itself. */
  int leaveOut(UUID intake, Texts texts) {
    int many = 0;
    // the words name what each lies below
    List<Map.Entry<Integer, String>> left =
        sql.list(
            "select row, above from exchange.line where intake_id = ? and came is null",
            row -> Map.entry(row.getInt("row"), row.getString("above")),
            intake);
    for (int from = 0; from < left.size(); from += PART) {
      List<Map.Entry<Integer, String>> some =
          left.subList(from, Math.min(left.size(), from + PART));
      many +=
          sql.change(
              "update exchange.line l set cells = '', came = false, told = n.told::jsonb"
                  + " from unnest(?, ?) as n(row, told)"
                  + " where l.intake_id = ? and l.row = n.row::integer",
              some.stream().map(one -> Integer.toString(one.getKey())).toList(),
              some.stream()
                  .map(
                      one ->
                          json(
                              Map.of(
                                  Field.PARENT.word(),
                                  Text.of("invalid.csv_parent", one.getValue())),
                              texts))
                  .toList(),
              intake);
    }
    return many;
  }
}
