package tracker.inbox;

import java.util.List;

/**
 * Whether the caller hears of a task, and why.
 *
 * @param watching whether they asked to
 * @param muted whether they asked to hear nothing
 * @param reasons for which they are told of what happens to it; empty where they are not
 * @param watchers how many watch it
 */
public record StandingView(boolean watching, boolean muted, List<Reason> reasons, long watchers) {}
