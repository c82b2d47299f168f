package tracker.identity;

import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Page;
import tracker.shared.PageAsk;

/** The door to signing in and out: tokens for REST, a cookie for pages, one audit for both. */
@Stateless
public class Logins {
  /**
   * Signs in for REST. Wrong or unknown: 401 WRONG_CREDENTIALS, the same text and time. Too many
   * tries: 429.
   */
  @Allowed(Right.ANYONE)
  public Tokens login(@Valid Credentials given) {
    throw new UnsupportedOperationException();
  }

  /** Signs in for pages; the secret goes into the session cookie. */
  @Allowed(Right.ANYONE)
  public String signIn(@Valid Credentials given) {
    throw new UnsupportedOperationException();
  }

  /** Exchanges a refresh token for a new pair. Used before: its whole family ends, 401. */
  @Allowed(Right.ANYONE)
  public Tokens refresh(String refresh) {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends the session that this refresh token belongs to, its access tokens too; unknown ones are
   * fine.
   */
  @Allowed(Right.ANYONE)
  public void logout(String refresh) {
    throw new UnsupportedOperationException();
  }

  /** Ends the session of the running request. */
  @Allowed(Right.SIGNED_IN)
  public void signOut() {
    throw new UnsupportedOperationException();
  }

  /** Tries to sign in, newest first: one's own; any account's for administrators. */
  @Allowed(Right.SIGNED_IN)
  public Page<LoginEntry> audit(@Nullable UUID accountId, PageAsk ask) {
    throw new UnsupportedOperationException();
  }
}
