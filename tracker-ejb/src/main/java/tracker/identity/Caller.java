package tracker.identity;

import jakarta.enterprise.context.RequestScoped;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;

/**
 * Who makes the running request, from where, in which language, and the operation that all its
 * changes belong to. Filled once at the edge (the first filters of REST and pages); doors only read
 * it.
 */
@RequestScoped
public class Caller implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable SignedIn who;
  private String address = "";
  private String userAgent = "";
  private Locale locale = Locale.ENGLISH;
  private @Nullable UUID operation;

  /** The account behind a valid token or cookie. */
  public record SignedIn(
      UUID accountId,
      String name,
      Role role,
      UUID sessionId,
      @Nullable String locale,
      @Nullable String timeZone)
      implements Serializable {}

  /** Called at the edge once the token or cookie is proved. */
  public void signIn(SignedIn account) {
    this.who = account;
    if (account.locale() != null) {
      this.locale = Locale.forLanguageTag(account.locale());
    }
  }

  /**
   * Called at the edge: the client's address (behind trusted proxies the real one), its program,
   * its language.
   */
  public void comesFrom(String clientAddress, String program, Locale language) {
    this.address = clientAddress;
    this.userAgent = program;
    this.locale = language;
  }

  /** Called at the edge where a call names its language, which then goes before the account's. */
  public void speaks(Locale language) {
    this.locale = language;
  }

  public boolean isSignedIn() {
    return who != null;
  }

  public boolean isAdmin() {
    return who != null && who.role() == Role.ADMIN;
  }

  /** The account's id; 401 where nobody is signed in. */
  public UUID id() {
    return signedIn().accountId();
  }

  /** The account's id, or null for a stranger or the server itself. */
  public @Nullable UUID idOrNull() {
    return who == null ? null : who.accountId();
  }

  public SignedIn signedIn() {
    if (who == null) {
      throw Problem.of(CommonProblem.UNAUTHENTICATED);
    }
    return who;
  }

  /**
   * One request is one operation; its id is in every change that it makes and in the header
   * X-Operation-Id.
   */
  public UUID operation() {
    if (operation == null) {
      operation = Ids.next();
    }
    return operation;
  }

  /** Whether anything was recorded under {@link #operation()} so far. */
  public @Nullable UUID operationOrNull() {
    return operation;
  }

  /** Goes on with an operation that began in an earlier request. */
  public void goOn(UUID begun) {
    operation = begun;
  }

  /** Begins another operation in the same request (a page that stays open). */
  public void newOperation() {
    operation = Ids.next();
  }

  /** Leaves no trace of an operation whose changes were taken back before anybody saw them. */
  public void forgetOperation() {
    operation = null;
  }

  public String address() {
    return address;
  }

  public String userAgent() {
    return userAgent;
  }

  public Locale locale() {
    return locale;
  }

  public ZoneId zone() {
    return who == null || who.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(who.timeZone());
  }
}
