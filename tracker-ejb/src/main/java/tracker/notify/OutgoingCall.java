package tracker.notify;

import java.net.URI;
import java.util.List;

/**
 * A call that another capability has sent.
 *
 * @param secrets each signs it
 * @param line of one line one is under way at a time
 */
public record OutgoingCall(URI url, String payload, List<String> secrets, String line) {
  @Override
  public String toString() {
    return "OutgoingCall[…]"; // never in a log
  }
}
