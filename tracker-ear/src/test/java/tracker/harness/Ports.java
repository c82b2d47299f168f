package tracker.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports below those that the product takes for its own PostgreSQL and those of outgoing
 * connections. None is given twice in a run: who asked may listen later.
 */
public final class Ports {
  private static final int FIRST = 12_000;
  private static final int LAST = 19_999;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** A port that nobody listened on a moment ago. */
  public static int free() {
    for (int i = 0; i < 200; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        if (GIVEN.add(port)) {
          return probe.getLocalPort();
        }
      } catch (IOException e) {
        // taken: try another one
      }
    }
    throw new IllegalStateException("No free port from " + FIRST + " to " + LAST);
  }
}
