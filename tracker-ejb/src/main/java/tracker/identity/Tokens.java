package tracker.identity;

/**
 * A pair of tokens.
 *
 * @param access RS256 JSON Web Token for the header Authorization
 * @param refresh opaque, good for one call of POST /auth/refresh
 * @param expiresIn seconds until the access token ends
 */
public record Tokens(String access, String refresh, long expiresIn) {
  @Override
  public String toString() {
    return "Tokens[…]"; // never in a log
  }
}
