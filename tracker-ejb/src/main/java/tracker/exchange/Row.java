package tracker.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;

/**
 * A line and where it stands among the others of its file.
 *
 * @param names under which names it is known outside
 * @param nth the how-manieth line of this title it is, among those that have no other name
 * @param twice the line that had its name before; null where none had
 */
record Row(Sheet.Line line, Names names, int nth, @Nullable Integer twice) {
  /**
   * Under which names a line is known outside.
   *
   * @param id its id here, where the file says one
   * @param own the first of them for good; none where its title has to do
   * @param above the name of what it lies below
   */
  record Names(@Nullable UUID id, List<String> own, String title, @Nullable String above) {
    static Names of(Map<Field, List<String>> cells) {
      List<String> own =
          new ArrayList<>(
              cells.getOrDefault(Field.KEY, List.of()).stream().map(String::strip).toList());
      UUID id = null;
      for (String other : cells.getOrDefault(Field.ID, List.of())) {
        id = Ids.parse(other.strip());
        if (id == null) {
          own.add(other.strip());
        }
      }
      if (own.isEmpty() && id != null) {
        own.add(id.toString());
      }
      return new Names(
          id,
          List.copyOf(own),
          cells.getOrDefault(Field.TITLE, List.of("")).get(0).strip(),
          above(cells.getOrDefault(Field.PARENT, List.of())));
    }

    /** A key where there is one: Jira writes numbers of its own beside it. */
    private static @Nullable String above(List<String> cells) {
      return cells.stream()
          .filter(cell -> cell.contains("-"))
          .findFirst()
          .or(() -> cells.stream().findFirst())
          .map(cell -> cell.strip().replaceFirst("^#", ""))
          .orElse(null);
    }

    /** The name by which it is known again; null where that is its title. */
    @Nullable String first() {
      return own.isEmpty() ? null : own.get(0);
    }
  }

  /** The same, but below nothing where one of these is what it would lie below. */
  Row notBelow(Set<String> those) {
    String above = names.above();
    return above == null || !those.contains(above)
        ? this
        : new Row(line, new Names(names.id(), names.own(), names.title(), null), nth, twice);
  }

  /** All lines of a file, in their order. */
  static List<Row> all(List<Sheet.Line> lines, Reading reading) {
    Map<String, Integer> titles = new HashMap<>();
    Map<String, Integer> known = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (Sheet.Line line : lines) {
      Names names = Names.of(reading.cells(line));
      String first = names.first();
      Integer before = first == null ? null : known.putIfAbsent(first, line.number());
      int nth = first == null ? titles.merge(names.title(), 1, Integer::sum) : 1;
      rows.add(new Row(line, names, nth, before));
    }
    return rows;
  }
}
