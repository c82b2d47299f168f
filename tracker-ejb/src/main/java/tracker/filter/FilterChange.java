package tracker.filter;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.query.Query;

/** A merge patch of a filter: null leaves; none of them can be cleared. */
public record FilterChange(
    @Nullable Optional<@Size(min = 1, max = 100, message = "{invalid.size}") String> name,
    @Nullable Optional<@Size(min = 1, max = Query.LONGEST, message = "{invalid.size}") String>
        query,
    @Nullable Optional<Boolean> shared) {
  public static FilterChange ofQuery(String query) {
    return new FilterChange(null, Optional.of(query), null);
  }
}
