package tracker.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;

/**
 * The door to accounts: registration, one's own profile, people, and the administrators' view of
 * them.
 */
@Stateless
public class Accounts {
  @Inject private AccountBook book;
  @Inject private AccountLists lists;
  @Inject private KnownAccounts known;
  @Inject private PasswordChange passwords;
  @Inject private IdentitySettings settings;
  @Inject private Caller caller;
  @Inject private Event<Registered> registered;

  /**
   * Opens an account for oneself. Taken e-mail: 409 EMAIL_TAKEN; switched off: 403
   * REGISTRATION_CLOSED.
   */
  @Allowed(Right.ANYONE)
  public AccountView register(@Valid NewAccount wanted) {
    if (!settings.registrationEnabled()) {
      throw Problem.of(IdentityProblem.REGISTRATION_CLOSED);
    }
    AccountView opened = open(wanted, Role.USER);
    registered.fire(new Registered(opened.id()));
    return opened;
  }

  /** Opens an account for somebody else, with a role. */
  @Allowed(Right.ADMIN)
  public AccountView create(@Valid NewAccount wanted) {
    return open(wanted, Objects.requireNonNullElse(wanted.role(), Role.USER));
  }

  private AccountView open(NewAccount wanted, Role role) {
    String name = Plain.name("name", wanted.name());
    Passwords.check("password", wanted.password());
    return book.open(wanted.email(), Passwords.hash(wanted.password()), name, role);
  }

  /** One's own account. */
  @Allowed(Right.SIGNED_IN)
  public AccountView me() {
    return one(caller.id());
  }

  /** Changes one's own account; a new password ends all other sessions. */
  // bcrypt runs before the transaction begins, so that it holds no connection
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @Allowed(Right.SIGNED_IN)
  public AccountView changeMe(@Valid ProfileChange change, @Nullable Long ifVersion) {
    String hash = passwords.hash(change);
    return book.change(
        caller.id(),
        ifVersion,
        (account, changes) -> {
          AccountEdit edit = new AccountEdit(account, changes);
          edit.name(change.name());
          edit.locale(change.locale());
          edit.timeZone(change.timeZone());
          edit.theme(change.theme());
          edit.password(hash);
          if (hash != null) {
            book.endSessions(account.id(), caller.signedIn().sessionId());
          }
        });
  }

  /**
   * Active people whose name (for administrators also e-mail) contains the text; all where it is
   * null.
   */
  @Allowed(Right.SIGNED_IN)
  public Page<PersonView> people(@Nullable String text, PageAsk ask) {
    return lists.page(text, false, ask).map(one -> new PersonView(one.id(), one.name()));
  }

  /** All accounts, with all fields. */
  @Allowed(Right.ADMIN)
  public Page<AccountView> list(@Nullable String text, PageAsk ask) {
    return lists.page(text, true, ask);
  }

  @Allowed(Right.ADMIN)
  public AccountView one(UUID id) {
    return lists.one(id).orElseThrow(() -> Problem.of(IdentityProblem.ACCOUNT_NOT_FOUND));
  }

  /** One account as everybody signed in sees it: inactive ones too, removed ones are 404. */
  @Allowed(Right.SIGNED_IN)
  public PersonView person(UUID id) {
    AccountView account = one(id);
    return new PersonView(account.id(), account.name());
  }

  /**
   * Changes name, role, active, password; another password ends all sessions. The last active
   * administrator keeps role and account: 409 LAST_ADMIN.
   */
  @Allowed(Right.ADMIN)
  public AccountView change(UUID id, @Valid AccountChange change, @Nullable Long ifVersion) {
    // before the first statement, so that no connection waits for it
    String hash = passwords.given(change.password());
    if (takesAdministrator(change)) {
      book.keepAnAdmin(id);
    }
    return book.change(
        id,
        ifVersion,
        (account, changes) -> {
          AccountEdit edit = new AccountEdit(account, changes);
          edit.name(change.name());
          edit.role(change.role());
          edit.active(change.active());
          edit.password(hash);
          if (!account.isActive() || hash != null) {
            book.endSessions(id, null);
          }
        });
  }

  private static boolean takesAdministrator(AccountChange change) {
    boolean demotes = change.role() != null && !change.role().equals(Optional.of(Role.ADMIN));
    boolean disables = change.active() != null && !change.active().equals(Optional.of(true));
    return demotes || disables;
  }

  /** Removes the account and its personal data; history keeps a pseudonym. */
  @Allowed(Right.ADMIN)
  public void remove(UUID id, @Nullable Long ifVersion) {
    book.remove(id, ifVersion);
  }

  /**
   * The names of these accounts (also of removed ones, as a pseudonym); unknown ids are left out.
   * Cached for seconds.
   */
  @Allowed(Right.SIGNED_IN)
  public Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    known.of(ids).values().forEach(one -> names.put(one.id(), one.name()));
    return names;
  }

  /** The active accounts with these names, which are in lower case; a name may have several. */
  @Allowed(Right.INTERNAL)
  public Map<String, List<UUID>> called(Collection<String> names) {
    return lists.called(names);
  }

  /** The administrator who is there for the longest time, for what the server does at its start. */
  @Allowed(Right.INTERNAL)
  public Optional<Caller.SignedIn> firstAdministrator() {
    return lists.firstAdministrator().map(Accounts::signedIn);
  }

  /** An active account as it stands now, for work that was asked for earlier. */
  @Allowed(Right.INTERNAL)
  public Optional<Caller.SignedIn> asNow(UUID id) {
    return lists.active(id).map(Accounts::signedIn);
  }

  /** Where mail for an active account goes; for what is sent, never for what is shown. */
  @Allowed(Right.INTERNAL)
  public Optional<String> mailbox(UUID id) {
    return lists.active(id).map(AccountView::email);
  }

  private static Caller.SignedIn signedIn(AccountView one) {
    return new Caller.SignedIn(
        one.id(), one.name(), one.role(), one.id(), one.locale(), one.timeZone());
  }

  /**
   * The accounts of people by the reference that a document has for them.
   *
   * @param opened how many had none here
   */
  public record Found(Map<String, UUID> accounts, int opened) {}

  /**
   * The accounts of people whom a project of another instance names, by reference. Who has none
   * here gets a disabled one.
   */
  @Allowed(Right.ADMIN)
  public Found bring(List<Newcomer> people) {
    return book.bring(people);
  }

  /** Whether this is an active account. Cached for seconds. */
  @Allowed(Right.INTERNAL)
  public boolean exists(UUID id) {
    return known.of(List.of(id)).values().stream().anyMatch(KnownAccounts.Known::active);
  }
}
