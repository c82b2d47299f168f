package tracker.inbox;

import org.jspecify.annotations.Nullable;
import tracker.shared.PageAsk;

/**
 * Which notices are asked for.
 *
 * @param unread only those that were not read
 * @param task only those of this task, by id or key
 */
public record InboxAsk(boolean unread, @Nullable String task, PageAsk part) {}
