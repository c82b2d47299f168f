package tracker.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list in parts, sorted by one value and the id: which rows, which of them, in which order. Rows
 * come as JSON objects that are read as records.
 */
public final class Listing {
  private final String object;
  private final String from;
  private final StringBuilder where = new StringBuilder(" where true");
  private final List<Object> args = new ArrayList<>();

  /**
   * What a list is sorted by.
   *
   * @param value in SQL, never null
   * @param id in SQL
   * @param up whether the least comes first
   * @param meant what the text of a cursor stands for; null or a failure where it stands for none
   */
  public record Order(
      String value, String id, boolean up, Function<String, @Nullable Object> meant) {
    /** By a text, from A on. */
    public static Order byText(String value, String id) {
      return new Order(value, id, true, text -> text);
    }
  }

  private record Placed<T>(T row, String value, UUID id) {}

  /**
   * All rows of a table or of joined ones.
   *
   * @param object the row as a jsonb value
   * @param from what stands behind FROM
   */
  public Listing(String object, String from) {
    this.object = object;
    this.from = from;
  }

  /** Only those for which this holds, too. */
  public Listing with(String condition, Object... values) {
    where.append(" and ").append(condition);
    args.addAll(List.of(values));
    return this;
  }

  /** The same, unless the value is null. */
  public Listing where(String condition, @Nullable Object value) {
    return value == null ? this : with(condition, value);
  }

  /** The part that is asked for; what is no cursor of it is 422. */
  public <T> Page<T> page(Sql sql, Class<T> type, Order order, PageAsk ask) {
    long total =
        sql.first("select count(*) from " + from + where, row -> row.getLong(1), args.toArray())
            .orElse(0L);
    List<Object> all = new ArrayList<>(args);
    String cursor = ask.cursor();
    String rest = "";
    if (cursor != null) {
      rest = " and (%s, %s) %s (?, ?)".formatted(order.value(), order.id(), order.up() ? ">" : "<");
      all.addAll(place(cursor, order));
    }
    all.add(ask.limit() + 1);
    all.add(cursor == null ? ask.offset() : 0);
    String way = order.up() ? "" : " desc";
    List<Placed<T>> found =
        sql.list(
            "select ("
                + object
                + ")::text as object, ("
                + order.value()
                + ")::text as place, "
                + order.id()
                + " as place_id from "
                + from
                + where
                + rest
                + " order by "
                + order.value()
                + way
                + ", "
                + order.id()
                + way
                + " limit ? offset ?",
            row -> placed(row, type),
            all.toArray());
    return Page.of(found, total, ask, last -> Cursor.write(last.value(), last.id()))
        .map(Placed::row);
  }

  private static List<Object> place(String cursor, Order order) {
    @Nullable String[] values = Cursor.read(cursor, 2);
    UUID id = Ids.parse(values[1]);
    String text = values[0];
    try {
      Object value = text == null ? null : order.meant().apply(text);
      if (value != null && id != null) {
        return List.of(value, id);
      }
    } catch (RuntimeException e) {
      // told below
    }
    throw Cursor.wrong();
  }

  private static <T> Placed<T> placed(ResultSet row, Class<T> type) throws SQLException {
    return new Placed<>(
        Json.read(row.getString("object"), type),
        row.getString("place"),
        row.getObject("place_id", UUID.class));
  }
}
