package tracker.work;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.query.Order;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Problem;

/**
 * An order of tasks that has no ties and no nulls, so that a cursor can go on from any row: tasks
 * without a due date come last either way, and the id decides between equals, in the direction of
 * the last step.
 */
record TaskSort(List<Step> steps) {
  /** One step of it. */
  record Step(Word word, boolean down) {
    String text() {
      return (down ? "-" : "") + word.name().toLowerCase(Locale.ROOT);
    }

    List<String> columns() {
      return word.columns.stream().map(column -> column.formatted(down ? "-" : "")).toList();
    }
  }

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
      return new TaskSort(List.of(new Step(Word.CREATED_AT, true)));
    }
    boolean down = text.startsWith("-");
    String name = down ? text.substring(1) : text;
    return Arrays.stream(Word.values())
        .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .map(word -> new TaskSort(List.of(new Step(word, down))))
        .orElseThrow(() -> Problem.invalid("sort", "invalid.sort", words()));
  }

  /** The order that a query asks for; a word that comes again decides nothing more. */
  static TaskSort of(List<Order> orders) {
    Map<Word, Step> steps = new LinkedHashMap<>();
    for (Order order : orders) {
      Word word =
          switch (order.by()) {
            case CREATED -> Word.CREATED_AT;
            case UPDATED -> Word.UPDATED_AT;
            case DUE -> Word.DUE_AT;
            case PRIORITY -> Word.PRIORITY;
            case KEY -> Word.KEY;
            case TITLE -> Word.TITLE;
            case STATUS -> Word.STATUS;
          };
      steps.putIfAbsent(word, new Step(word, order.down()));
    }
    return new TaskSort(List.copyOf(steps.values()));
  }

  private static String words() {
    return Arrays.stream(Word.values())
        .map(word -> word.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** The public words, as a cursor remembers them. */
  String text() {
    return steps.stream().map(Step::text).collect(Collectors.joining(","));
  }

  private boolean lastDown() {
    return steps.get(steps.size() - 1).down();
  }

  /** One column of the order. */
  private record Column(String sql, String type, boolean down) {}

  private List<Column> columns() {
    List<Column> all = new ArrayList<>();
    for (Step step : steps) {
      List<String> columns = step.columns();
      for (int i = 0; i < columns.size(); i++) {
        all.add(new Column(columns.get(i), step.word().types.get(i), step.down()));
      }
    }
    return all;
  }

  /** For ORDER BY. */
  String order() {
    return columns().stream()
            .map(column -> column.sql() + (column.down() ? " desc, " : ", "))
            .collect(Collectors.joining())
        + "t.id"
        + (lastDown() ? " desc" : "");
  }

  /** Further columns of the select that a cursor is made of, as text: s0, s1, … */
  String selected() {
    StringBuilder columns = new StringBuilder();
    int place = 0;
    for (Column column : columns()) {
      // JSON spells a time the same whatever the session's time zone and date style
      columns.append(", to_json(").append(column.sql()).append(") #>> '{}' as s").append(place++);
    }
    return columns.toString();
  }

  int width() {
    return columns().size();
  }

  /**
   * The condition for what follows a row; adds what its places take: the values of the row and its
   * id.
   */
  String after(List<Object> values, UUID id, List<Object> args) {
    List<Column> columns = columns();
    boolean oneWay = columns.stream().allMatch(column -> column.down() == lastDown());
    String way = lastDown() ? "<" : ">";
    if (oneWay) {
      args.addAll(values);
      args.add(id);
      return "(%s, t.id) %s (%s, ?)"
          .formatted(
              columns.stream().map(Column::sql).collect(Collectors.joining(", ")),
              way,
              columns.stream().map(one -> "?::" + one.type()).collect(Collectors.joining(", ")));
    }
    // no comparison of rows goes both ways: equal so far, and beyond in the next column
    List<String> ways = new ArrayList<>();
    StringBuilder equal = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      args.addAll(values.subList(0, i + 1));
      ways.add(equal + column.sql() + (column.down() ? " < ?::" : " > ?::") + column.type());
      equal.append(column.sql()).append(" = ?::").append(column.type()).append(" and ");
    }
    args.addAll(values);
    args.add(id);
    ways.add(equal + "t.id " + way + " ?");
    return "(" + String.join(" or ", ways) + ")";
  }

  /** The values of a cursor, proved to be of the right kinds. */
  List<Object> proved(@Nullable String[] values) {
    for (int i = 0; i < width(); i++) {
      String value = values[i];
      if (value == null || !fits(columns().get(i).type(), value)) {
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
