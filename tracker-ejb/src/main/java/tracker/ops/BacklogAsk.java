package tracker.ops;

import org.jspecify.annotations.Nullable;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Storable;

/** Which work is asked for; null narrows nothing. */
public record BacklogAsk(@Nullable BacklogState state, @Nullable String kind, PageAsk page) {
  /** Reads words of a query; unknown states are 422, of an unknown kind there is no work. */
  public static BacklogAsk of(@Nullable String state, @Nullable String kind, PageAsk page) {
    Storable.check("kind", kind);
    return new BacklogAsk(state(state), kind, page);
  }

  private static @Nullable BacklogState state(@Nullable String word) {
    if (word == null) {
      return null;
    }
    for (BacklogState one : BacklogState.values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw Problem.invalid("state", "invalid.word", "waiting, running, dead");
  }
}
