package tracker.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the rows of this part
 * @param page its number from 1; null in a walk by cursor
 * @param limit how many rows a part has at most
 * @param total how many rows the whole list has
 * @param next cursor of the following part; null at the end
 */
public record Page<T>(
    List<T> items, @Nullable Integer page, int limit, long total, @Nullable String next) {
  /**
   * A part of what was found, which is one row more than asked where there is more.
   *
   * @param cursor the cursor of what follows this row
   */
  public static <T> Page<T> of(List<T> found, long total, PageAsk ask, Function<T, String> cursor) {
    boolean more = found.size() > ask.limit();
    List<T> items = more ? List.copyOf(found.subList(0, ask.limit())) : List.copyOf(found);
    return new Page<>(
        items,
        ask.cursor() == null ? ask.page() : null,
        ask.limit(),
        total,
        more ? cursor.apply(items.get(items.size() - 1)) : null);
  }

  /** A list that is short enough for one part. */
  public static <T> Page<T> whole(List<T> all) {
    return new Page<>(all, 1, Math.max(1, all.size()), all.size(), null);
  }

  /** The same part with other rows. */
  public <R> Page<R> map(Function<T, R> change) {
    return with(items.stream().map(change).toList());
  }

  /** The same part with these rows in their places. */
  public <R> Page<R> with(List<R> others) {
    return new Page<>(others, page, limit, total, next);
  }
}
