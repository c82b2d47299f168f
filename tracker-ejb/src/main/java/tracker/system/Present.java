package tracker.system;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A node that is there.
 *
 * @param address where it comes from, as the database sees it; null on the same machine by a socket
 * @param since since when it listens
 */
public record Present(Node node, @Nullable String address, Instant since) {}
