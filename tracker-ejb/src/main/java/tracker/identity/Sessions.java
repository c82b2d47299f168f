package tracker.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tracker.shared.Problem;

/** The door to the places where an account is signed in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sessions {
  @Inject private SessionBook book;
  @Inject private LiveSessions live;
  @Inject private AccessTokens tokens;
  @Inject private Caller caller;
  @Inject private Event<SessionEnded> ended;

  /** One's own sessions, newest first. */
  @Allowed(Right.SIGNED_IN)
  public List<SessionView> mine() {
    return book.of(caller.id(), caller.signedIn().sessionId());
  }

  /** Ends one of one's own sessions; others' look unknown (404). */
  @Allowed(Right.SIGNED_IN)
  public void revoke(UUID id) {
    ended(book.end(id, caller.id()));
  }

  private void ended(Optional<UUID> gone) {
    UUID id = gone.orElseThrow(() -> Problem.of(IdentityProblem.SESSION_NOT_FOUND));
    ended.fire(new SessionEnded(id));
  }

  /** The sessions of an account, newest first, for administrators; none where it is unknown. */
  @Allowed(Right.ADMIN)
  public List<SessionView> of(UUID account) {
    return book.of(account, caller.signedIn().sessionId());
  }

  /** Ends a session of an account; 404 where it has none of this id that lives. */
  @Allowed(Right.ADMIN)
  public void end(UUID account, UUID id) {
    ended(book.end(id, account));
  }

  /**
   * Who stands behind a live session (access token's {@code sid}); empty where it ended or the
   * account is inactive.
   */
  @Allowed(Right.INTERNAL)
  public Optional<Caller.SignedIn> behind(UUID sessionId) {
    return live.byId(sessionId);
  }

  /**
   * Who stands behind an access token; empty where it is forged, over, or its session ended. The
   * role is the account's of now, not the token's.
   */
  @Allowed(Right.INTERNAL)
  public Optional<Bearer> behindToken(String raw) {
    Optional<JWTClaimsSet> claims = tokens.read(raw);
    UUID session = claims.map(c -> AccessTokens.id(c, "sid")).orElse(null);
    UUID subject = claims.map(c -> AccessTokens.id(c, "sub")).orElse(null);
    if (session == null || subject == null) {
      return Optional.empty();
    }
    return live.byId(session)
        .filter(who -> who.accountId().equals(subject))
        .map(who -> new Bearer(who, claims.orElseThrow().toJSONObject(), raw));
  }

  /** Who stands behind the secret of a session cookie. */
  @Allowed(Right.INTERNAL)
  public Optional<Caller.SignedIn> behindCookie(String secret) {
    return live.bySecret(secret);
  }

  /** The public keys that access tokens are signed with, as a JSON Web Key Set. */
  @Allowed(Right.ANYONE)
  public Map<String, Object> publicKeys() {
    return tokens.shown();
  }
}
