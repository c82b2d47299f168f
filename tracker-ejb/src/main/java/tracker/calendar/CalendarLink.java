package tracker.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret link.
 *
 * @param roomId null: its owner's own calendar
 * @param path where the calendar is read; only told when the link is made
 */
public record CalendarLink(
    UUID id,
    @Nullable UUID roomId,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path) {
  @Override
  public String toString() {
    return "CalendarLink[" + id + "]"; // never a secret in a log
  }
}
