package tracker.identity;

import java.util.UUID;

/** An account as everybody signed in sees it. */
public record PersonView(UUID id, String name) {}
