package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Sql;

/**
 * A new password: in one's own profile the old one is asked for, under the guard; administrators
 * give others one without.
 */
@ApplicationScoped
class PasswordChange {
  @Inject private Sql sql;
  @Inject private GuessGuard guard;
  @Inject private Caller caller;

  /** The hash to keep, or null where the password stays; 422 where the old one does not fit. */
  @Nullable String hash(ProfileChange change) {
    if (change.password() == null) {
      return null;
    }
    Passwords.check("password", change.password().orElse(null));
    String old =
        change.oldPassword() == null
            ? null
            : change.oldPassword().filter(t -> !t.isEmpty()).orElse(null);
    if (old == null) {
      throw Problem.invalid("old_password", "invalid.required");
    }
    // a bucket of its own: guessing in a stolen session must not stop the owner's sign-in
    String guarded = "password of " + caller.id();
    guard.admit(guarded, caller.address(), true);
    if (!Passwords.fits(old, kept())) {
      throw Problem.invalid("old_password", "invalid.old_password");
    }
    guard.forgive(guarded, caller.address());
    return Passwords.hash(change.password().orElseThrow());
  }

  /** The hash of what an administrator gives, or null where the password stays. */
  @Nullable String given(@Nullable Optional<String> password) {
    if (password == null) {
      return null;
    }
    Passwords.check("password", password.orElse(null));
    return Passwords.hash(password.orElseThrow());
  }

  private @Nullable String kept() {
    return sql.first(
            "select password_hash from auth.account where id = ? and active",
            row -> row.getString(1),
            caller.id())
        .orElse(null);
  }
}
