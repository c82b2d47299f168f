package tracker.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner and administrators see it.
 *
 * @param locale {@code ru}, {@code en} or null: as the browser asks
 * @param timeZone IANA name, or null: UTC
 * @param theme {@code light}, {@code dark} or {@code system}
 */
public record AccountView(
    UUID id,
    String email,
    String name,
    Role role,
    boolean active,
    @Nullable String locale,
    @Nullable String timeZone,
    String theme,
    Instant createdAt,
    long version) {}
