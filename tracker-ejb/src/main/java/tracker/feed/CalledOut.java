package tracker.feed;

import java.util.UUID;

/** Something of this account's own is new, such as a notice; fired on every node. */
public record CalledOut(UUID accountId) {}
