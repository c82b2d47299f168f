package tracker.work;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Problem;

/**
 * An order of tasks that has no ties and no nulls, so that a cursor can go on from any row: tasks
 * without a due date come last either way, and the id decides between equals.
 */
record TaskSort(Word word, boolean down) {
  /** What tasks can be sorted by. */
  enum Word {
    CREATED_AT("timestamptz", "t.created_at"),
    UPDATED_AT("timestamptz", "t.updated_at"),
    DUE_AT("timestamptz", "coalesce(t.due_at, '%sinfinity')"),
    PRIORITY("smallint", "t.priority"),
    KEY("text,bigint", "t.space", "t.number"),
    TITLE("text", "lower(t.title)"),
    STATUS("integer", "array_position('{todo,in_progress,done,canceled}'::text[], t.status)");

    private final List<String> types;
    private final List<String> columns;

    Word(String types, String... columns) {
      this.types = List.of(types.split(","));
      this.columns = List.of(columns);
    }
  }

  /** Reads a word such as {@code -due_at}; null is the newest first. */
  static TaskSort of(@Nullable String text) {
    if (text == null) {
      return new TaskSort(Word.CREATED_AT, true);
    }
    boolean down = text.startsWith("-");
    String name = down ? text.substring(1) : text;
    return Arrays.stream(Word.values())
        .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .map(word -> new TaskSort(word, down))
        .orElseThrow(() -> Problem.invalid("sort", "invalid.sort", words()));
  }

  private static String words() {
    return Arrays.stream(Word.values())
        .map(word -> word.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** The public word. */
  String text() {
    return (down ? "-" : "") + word.name().toLowerCase(Locale.ROOT);
  }

  private List<String> columns() {
    return word.columns.stream().map(column -> column.formatted(down ? "-" : "")).toList();
  }

  /** For ORDER BY. */
  String order() {
    String way = down ? " desc, " : ", ";
    return String.join(way, columns()) + way + "t.id" + (down ? " desc" : "");
  }

  /** Further columns of the select that a cursor is made of, as text: s0, s1, … */
  String selected() {
    StringBuilder columns = new StringBuilder();
    int place = 0;
    for (String column : columns()) {
      // JSON spells a time the same whatever the session's time zone and date style
      columns.append(", to_json(").append(column).append(") #>> '{}' as s").append(place++);
    }
    return columns.toString();
  }

  int width() {
    return word.columns.size();
  }

  /** The condition for what follows a row, with a place per column and one for the id. */
  String after() {
    String places = word.types.stream().map(type -> "?::" + type).collect(Collectors.joining(", "));
    return "(%s, t.id) %s (%s, ?)"
        .formatted(String.join(", ", columns()), down ? "<" : ">", places);
  }

  /** The values of a cursor, proved to be of the right kinds. */
  List<Object> proved(@Nullable String[] values) {
    for (int i = 0; i < width(); i++) {
      String value = values[i];
      if (value == null || !fits(word.types.get(i), value)) {
        throw Cursor.wrong();
      }
    }
    String id = values[width()];
    if (Ids.parse(id) == null) {
      throw Cursor.wrong();
    }
    return Arrays.asList(Arrays.copyOf(values, width()));
  }

  private static boolean fits(String type, String value) {
    return switch (type) {
      case "timestamptz" -> value.matches("-?infinity") || reads(OffsetDateTime::parse, value);
      case "smallint" -> reads(Short::valueOf, value);
      case "integer" -> reads(Integer::valueOf, value);
      case "bigint" -> reads(Long::valueOf, value);
      default -> true;
    };
  }

  private static boolean reads(Function<String, ?> reader, String value) {
    try {
      return reader.apply(value) != null;
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }
}
