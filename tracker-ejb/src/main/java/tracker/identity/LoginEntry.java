package tracker.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try to sign in; {@code userId} is null where the e-mail belongs to nobody. */
public record LoginEntry(
    UUID id, @Nullable UUID userId, String ip, String userAgent, Instant at, boolean success) {}
