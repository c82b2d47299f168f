package tracker.inbox;

import org.jspecify.annotations.Nullable;
import tracker.shared.PageAsk;
import tracker.shared.Problem;

/**
 * Which notices are asked for.
 *
 * @param unread only those that were not read
 * @param reason only those that were told for this reason
 * @param task only those of this task, by id or key
 */
public record InboxAsk(
    boolean unread, @Nullable Reason reason, @Nullable String task, PageAsk part) {
  /** As it stands in an address; 422 where it asks for what there is not. */
  public static InboxAsk of(
      boolean unread, @Nullable String reason, @Nullable String task, PageAsk part) {
    Reason wanted =
        reason == null
            ? null
            : Reason.named(reason)
                .orElseThrow(() -> Problem.invalid("reason", "invalid.word", Reason.words()));
    return new InboxAsk(unread, wanted, task, part);
  }
}
