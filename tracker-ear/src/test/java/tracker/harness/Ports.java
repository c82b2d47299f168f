package tracker.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports below 32768: higher ones collide with outgoing connections. */
public final class Ports {
  private static final int FIRST = 21_000;
  private static final int LAST = 24_999;

  private Ports() {}

  /** A port that nobody listened on a moment ago. */
  public static int free() {
    for (int i = 0; i < 200; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException e) {
        // taken: try another one
      }
    }
    throw new IllegalStateException("No free port from " + FIRST + " to " + LAST);
  }
}
