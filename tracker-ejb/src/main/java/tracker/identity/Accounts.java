package tracker.identity;

import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Page;
import tracker.shared.PageAsk;

/**
 * The door to accounts: registration, one's own profile, people, and the administrators' view of
 * them.
 */
@Stateless
public class Accounts {
  /**
   * Opens an account for oneself. Taken e-mail: 409 EMAIL_TAKEN; switched off: 403
   * REGISTRATION_CLOSED.
   */
  @Allowed(Right.ANYONE)
  public AccountView register(@Valid NewAccount wanted) {
    throw new UnsupportedOperationException();
  }

  /** Opens an account for somebody else, with a role. */
  @Allowed(Right.ADMIN)
  public AccountView create(@Valid NewAccount wanted) {
    throw new UnsupportedOperationException();
  }

  /** One's own account. */
  @Allowed(Right.SIGNED_IN)
  public AccountView me() {
    throw new UnsupportedOperationException();
  }

  /** Changes one's own account; a new password ends all other sessions. */
  @Allowed(Right.SIGNED_IN)
  public AccountView changeMe(@Valid ProfileChange change, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }

  /**
   * Active people whose name (for administrators also e-mail) contains the text; all where it is
   * null.
   */
  @Allowed(Right.SIGNED_IN)
  public Page<PersonView> people(@Nullable String text, PageAsk ask) {
    throw new UnsupportedOperationException();
  }

  /** All accounts, with all fields. */
  @Allowed(Right.ADMIN)
  public Page<AccountView> list(@Nullable String text, PageAsk ask) {
    throw new UnsupportedOperationException();
  }

  @Allowed(Right.ADMIN)
  public AccountView one(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** Changes name, role, active. The last active administrator keeps both: 409 LAST_ADMIN. */
  @Allowed(Right.ADMIN)
  public AccountView change(UUID id, @Valid AccountChange change, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }

  /** Removes the account and its personal data; history keeps a pseudonym. */
  @Allowed(Right.ADMIN)
  public void remove(UUID id, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }

  /**
   * The names of these accounts (also of removed ones, as a pseudonym); unknown ids are left out.
   * Cached for seconds.
   */
  @Allowed(Right.SIGNED_IN)
  public Map<UUID, String> names(Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }

  /** Whether this is an active account. Cached for seconds. */
  @Allowed(Right.INTERNAL)
  public boolean exists(UUID id) {
    throw new UnsupportedOperationException();
  }
}
