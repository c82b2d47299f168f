package tracker.inbox;

import java.time.Instant;
import java.util.UUID;

/** Somebody who watches a task. */
public record WatcherView(UUID userId, String name, Instant since) {}
