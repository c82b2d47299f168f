package tracker.identity;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What somebody came in with, to be looked at again for as long as an answer goes on: empty once
 * the token is over, the session ended or the account was switched off.
 */
@ApplicationScoped
public class Passes {
  @EJB private Sessions sessions;

  /** An access token. */
  public Supplier<Optional<Caller.SignedIn>> ofToken(String raw) {
    return () -> sessions.behindToken(raw).map(Bearer::who);
  }

  /** The secret of a session cookie. */
  public Supplier<Optional<Caller.SignedIn>> ofCookie(String secret) {
    return () -> sessions.behindCookie(secret);
  }
}
