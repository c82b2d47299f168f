package tracker.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tracker.shared.Problem;

/**
 * What each column of a sheet means: as it was said for this call, else as it was said in the
 * project before, else by its name.
 *
 * @param fields one for each column, in their order
 * @param source whose names the rows carry: jira, redmine or key
 */
record Reading(List<String> head, List<Field> fields, String source) {
  /** The parameter in which a call says it. */
  static final String ASKED = "column";

  /** The source of files of our own, and of those that no tracker wrote. */
  static final String OURS = "key";

  /** 422 where a column is named that is not there. */
  static Reading of(List<String> head, Map<String, Field> kept, Map<String, Field> said) {
    Set<String> names = new TreeSet<>(head);
    for (String name : said.keySet()) {
      if (!names.contains(name)) {
        throw Problem.invalid(ASKED, "invalid.csv_column", name);
      }
    }
    List<Field> fields = new ArrayList<>();
    for (String name : head) {
      Field usual = kept.getOrDefault(name, Field.named(name));
      fields.add(said.getOrDefault(name, usual));
    }
    return of(head, List.copyOf(fields));
  }

  /** As it was settled before. */
  static Reading of(List<String> head, List<Field> fields) {
    return new Reading(head, fields, source(head));
  }

  /** The same; 422 where no column gives the title. */
  Reading proved() {
    if (!has(Field.TITLE)) {
      throw Problem.invalid(Sheet.FIELD, "invalid.csv_title", String.join(", ", head));
    }
    return this;
  }

  /** What each column is read as, for people. */
  List<ImportResult.Column> columns() {
    List<ImportResult.Column> columns = new ArrayList<>();
    for (int i = 0; i < head.size(); i++) {
      columns.add(new ImportResult.Column(head.get(i), fields.get(i).word()));
    }
    return columns;
  }

  private static String source(List<String> head) {
    List<String> names = head.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (names.contains("#")) {
      return "redmine";
    }
    boolean jira = names.contains("issue key") || names.contains("issue type");
    return jira || names.contains("summary") || names.contains("код запроса") ? "jira" : OURS;
  }

  /** Whether the rows come from another tracker. */
  boolean isForeign() {
    return !source.equals(OURS);
  }

  /** Whether some column gives this. */
  boolean has(Field field) {
    return fields.contains(field);
  }

  /** The cells of all rows that give this. */
  List<String> column(List<Sheet.Line> rows, Field field) {
    return rows.stream()
        .flatMap(row -> cells(row).getOrDefault(field, List.of()).stream())
        .toList();
  }

  /** The cells of a row by what they give; those without words are left out. */
  Map<Field, List<String>> cells(Sheet.Line row) {
    Map<Field, List<String>> cells = new EnumMap<>(Field.class);
    for (int column = 0; column < fields.size(); column++) {
      String cell = row.cell(column);
      Field field = fields.get(column);
      if (field != Field.NONE && !cell.isBlank()) {
        cells.computeIfAbsent(field, one -> new ArrayList<>()).add(cell);
      }
    }
    return cells;
  }
}
