package tracker.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.NewAccount;

/** Opens an account for oneself and signs in with it. */
@Named("register")
@RequestScoped
public class RegisterPage {
  @Inject private Accounts accounts;
  @Inject private Entrance entrance;

  private @Nullable String name;
  private @Nullable String email;
  private @Nullable String password;

  /** Creates the account; what is wrong is told beside its field. */
  public void open() {
    String address = email == null ? "" : email.strip();
    String secret = password == null ? "" : password;
    accounts.register(new NewAccount(address, secret, name == null ? "" : name.strip(), null));
    entrance.enter(address, secret, null);
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
}
