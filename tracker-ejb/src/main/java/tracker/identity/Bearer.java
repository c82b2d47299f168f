package tracker.identity;

import java.util.Map;

/** A proved access token: who is behind it, and its claims as they stand in it. */
public record Bearer(Caller.SignedIn who, Map<String, Object> claims, String raw) {
  @Override
  public String toString() {
    return "Bearer[…]"; // never in a log
  }
}
