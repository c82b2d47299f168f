package tracker.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Storable;

/** The door to signing in and out: tokens for REST, a cookie for pages, one audit for both. */
// without a transaction: bcrypt must hold no connection, and each statement decides by itself
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Logins {
  @Inject private SessionBook book;
  @Inject private LoginAudit audit;
  @Inject private GuessGuard guard;
  @Inject private AccessTokens tokens;
  @Inject private Caller caller;
  @Inject private Event<LoginTried> tried;
  @Inject private Event<SessionEnded> ended;

  /**
   * Signs in for REST. Wrong or unknown: 401 WRONG_CREDENTIALS, the same text and time. Too many
   * tries: 429.
   */
  @Allowed(Right.ANYONE)
  public Tokens login(@Valid Credentials given) {
    String refresh = Secret.next();
    SessionBook.Opened opened = enter(given, "api", refresh);
    return pair(opened, refresh);
  }

  /** Signs in for pages; the secret goes into the session cookie. */
  @Allowed(Right.ANYONE)
  public String signIn(@Valid Credentials given) {
    String secret = Secret.next();
    enter(given, "page", secret);
    return secret;
  }

  private SessionBook.Opened enter(Credentials given, String kind, String secret) {
    String email = Plain.email(given.email());
    Optional<SessionBook.Known> known = book.known(email, caller.address());
    boolean familiar = known.map(SessionBook.Known::familiar).orElse(false);
    guard.admit(email, caller.address(), familiar);
    boolean fits =
        Passwords.fits(given.password(), known.map(SessionBook.Known::usable).orElse(null));
    SessionBook.Opened opened =
        fits ? book.open(known.orElseThrow(), kind, secret).orElse(null) : null;
    tried.fire(new LoginTried(opened != null));
    if (opened == null) {
      audit.failed(known.map(SessionBook.Known::id).orElse(null));
      throw Problem.of(IdentityProblem.WRONG_CREDENTIALS);
    }
    guard.forgive(email, caller.address());
    return opened;
  }

  /** Exchanges a refresh token for a new pair. Used before: its whole family ends, 401. */
  @Allowed(Right.ANYONE)
  public Tokens refresh(String refresh) {
    Storable.check("refresh", refresh);
    String next = Secret.next();
    Optional<SessionBook.Opened> opened = book.rotate(refresh, next);
    if (opened.isEmpty()) {
      book.endReused(refresh).ifPresent(id -> ended.fire(new SessionEnded(id)));
      throw Problem.of(IdentityProblem.TOKEN_NOT_VALID);
    }
    return pair(opened.get(), next);
  }

  private Tokens pair(SessionBook.Opened opened, String refresh) {
    String access = tokens.issue(opened.accountId(), opened.role(), opened.sessionId());
    return new Tokens(access, refresh, tokens.life().toSeconds());
  }

  /**
   * Ends the session that this refresh token belongs to, its access tokens too; unknown ones are
   * fine.
   */
  @Allowed(Right.ANYONE)
  public void logout(String refresh) {
    Storable.check("refresh", refresh);
    book.endOf(refresh).ifPresent(id -> ended.fire(new SessionEnded(id)));
  }

  /** Ends the session of the running request. */
  @Allowed(Right.SIGNED_IN)
  public void signOut() {
    UUID session = caller.signedIn().sessionId();
    book.end(session, caller.id());
    ended.fire(new SessionEnded(session));
  }

  /** Tries to sign in, newest first: one's own; any account's for administrators. */
  @Allowed(Right.SIGNED_IN)
  public Page<LoginEntry> audit(@Nullable UUID accountId, PageAsk ask) {
    UUID whose = accountId == null ? caller.id() : accountId;
    if (!whose.equals(caller.id()) && !caller.isAdmin()) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return audit.of(whose, ask);
  }
}
