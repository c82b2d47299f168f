package tracker.identity;

import java.util.UUID;

/** Nobody is signed in by this session any more. */
public record SessionEnded(UUID sessionId) {}
