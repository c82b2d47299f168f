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
  /** The same part with other rows. */
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), page, limit, total, next);
  }
}
