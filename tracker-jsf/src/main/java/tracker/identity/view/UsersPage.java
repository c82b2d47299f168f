package tracker.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.AccountChange;
import tracker.identity.AccountView;
import tracker.identity.Accounts;
import tracker.identity.NewAccount;
import tracker.identity.Role;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** All accounts, for administrators: find, create, appoint, disable, delete. */
@Named("users")
@RequestScoped
public class UsersPage {
  private static final int ROWS = 50;

  @Inject private Accounts accounts;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<AccountView> page;
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable String password;
  private Role role = Role.USER;

  /** The asked part of those whose name or e-mail contains {@code q}. */
  public Page<AccountView> getPage() {
    if (page == null) {
      page = accounts.list(getText(), new PageAsk(asked.page(), ROWS, null));
    }
    return page;
  }

  public @Nullable String getText() {
    return asked.textOrNull("q");
  }

  /** The same for an address. */
  public String getQueryText() {
    String text = getText();
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Number of the following part, or 0 at the end. */
  public int getNext() {
    return (long) asked.page() * ROWS < getPage().total() ? asked.page() + 1 : 0;
  }

  /** Number of the part before, or 0 at the start. */
  public int getPrevious() {
    return asked.page() - 1;
  }

  /** Opens an account for somebody. */
  public void create() {
    AccountView made =
        accounts.create(
            new NewAccount(
                email == null ? "" : email.strip(),
                password == null ? "" : password,
                name == null ? "" : name.strip(),
                role));
    toasts.say(words.say("users.created", made.name()));
    shell.again();
  }

  /** Gives the account that the request names the role that it names. */
  public void appoint() {
    Role wanted = asked.constant("role", Role.class);
    say(
        accounts.change(
            asked.id("account"), new AccountChange(null, Optional.of(wanted), null, null), null),
        wanted == Role.ADMIN ? "users.made_admin" : "users.made_user");
  }

  /** Lets the account that the request names in again, or no longer. */
  public void activate() {
    boolean active = Boolean.parseBoolean(asked.text("active"));
    say(
        accounts.change(
            asked.id("account"), new AccountChange(null, null, Optional.of(active), null), null),
        active ? "users.enabled" : "users.disabled");
  }

  /**
   * Gives the account that the request names another password; whoever is signed in with it is out.
   */
  public void secure() {
    String given = password == null ? "" : password;
    say(
        accounts.change(
            asked.id("account"), new AccountChange(null, null, null, Optional.of(given)), null),
        "users.secured");
  }

  /** Removes the account that the request names. */
  public void remove() {
    UUID id = asked.id("account");
    String gone = accounts.one(id).name();
    accounts.remove(id, null);
    toasts.say(words.say("users.removed", gone));
    shell.again();
  }

  private void say(AccountView changed, String key) {
    // nothing to take back: the menu of the account does the opposite as quickly
    toasts.say(words.say(key, changed.name()));
    shell.again();
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable String getPassword() {
    return null; // never sent back
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }
}
