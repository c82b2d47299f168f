package tracker.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where an account is signed in.
 *
 * @param kind {@code api} (tokens) or {@code page} (cookie)
 * @param current whether the asking request belongs to it
 */
public record SessionView(
    UUID id,
    String kind,
    String ip,
    String userAgent,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    boolean current) {}
