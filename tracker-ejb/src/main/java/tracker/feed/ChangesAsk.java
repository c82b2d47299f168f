package tracker.feed;

import org.jspecify.annotations.Nullable;
import tracker.shared.PageAsk;

/**
 * Which part of the feed is asked for.
 *
 * @param after what follows this place
 * @param limit at most so many changes, 1 to 200
 * @param project only what is in this project now, by key or id; null: everywhere
 * @param entity only what this word names; null: all
 */
public record ChangesAsk(
    Place after, int limit, @Nullable String project, @Nullable String entity) {
  /**
   * Reads the parameters of a query; bad values are 422 with the field named.
   *
   * @param after a cursor; without it the feed is read from its beginning
   */
  public static ChangesAsk of(
      @Nullable String after,
      @Nullable String limit,
      @Nullable String project,
      @Nullable String entity) {
    int most = PageAsk.of(null, limit, null).limit();
    return new ChangesAsk(Place.read(after), most, project, entity);
  }

  /** The same question about what follows another place. */
  public ChangesAsk from(String cursor) {
    return from(Place.read(cursor));
  }

  /** The cursor of the place. */
  public String place() {
    return after.cursor();
  }

  public boolean isFromBeginning() {
    return after.equals(Place.BEGINNING);
  }

  ChangesAsk from(Place other) {
    return new ChangesAsk(other, limit, project, entity);
  }
}
