package tracker.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import tracker.identity.IdentitySettings;

/** Sign in; {@code ?to=} says where to go then. */
@Named("login")
@RequestScoped
public class LoginPage {
  @Inject private Entrance entrance;
  @Inject private IdentitySettings settings;

  private @Nullable String email;
  private @Nullable String password;

  /** Signs in and goes on; wrong credentials are told above the fields. */
  public void signIn() {
    entrance.enter(
        email == null ? "" : email.strip(),
        password == null ? "" : password,
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("to"));
  }

  public boolean isRegistrationOpen() {
    return settings.registrationEnabled();
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
