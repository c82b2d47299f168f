package tracker.identity;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to the places where an account is signed in. */
@Stateless
public class Sessions {
  /** One's own sessions, newest first. */
  @Allowed(Right.SIGNED_IN)
  public List<SessionView> mine() {
    throw new UnsupportedOperationException();
  }

  /** Ends one of one's own sessions; others' look unknown (404). */
  @Allowed(Right.SIGNED_IN)
  public void revoke(UUID id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Who stands behind a live session (access token's {@code sid}); empty where it ended or the
   * account is inactive.
   */
  @Allowed(Right.INTERNAL)
  public Optional<Caller.SignedIn> behind(UUID sessionId) {
    throw new UnsupportedOperationException();
  }

  /** Who stands behind the secret of a session cookie. */
  @Allowed(Right.INTERNAL)
  public Optional<Caller.SignedIn> behindCookie(String secret) {
    throw new UnsupportedOperationException();
  }
}
