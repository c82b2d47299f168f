package tracker.identity;

import java.util.UUID;

/** Somebody opened an account. Fired in its transaction. */
public record Registered(UUID accountId) {}
