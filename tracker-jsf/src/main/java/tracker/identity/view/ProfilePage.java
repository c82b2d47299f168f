package tracker.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.identity.AccountView;
import tracker.identity.Accounts;
import tracker.identity.LoginEntry;
import tracker.identity.Logins;
import tracker.identity.ProfileChange;
import tracker.identity.SessionView;
import tracker.identity.Sessions;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** One's own account: name, language, theme, time zone, password, sessions, tries to sign in. */
@Named("profile")
@RequestScoped
public class ProfilePage {
  private static final int LAST_LOGINS = 10;

  @Inject private Accounts accounts;
  @Inject private Sessions sessions;
  @Inject private Logins logins;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable AccountView me;
  private @Nullable String name;
  private @Nullable String locale;
  private @Nullable String theme;
  private @Nullable String timeZone;
  private @Nullable String oldPassword;
  private @Nullable String password;
  private @Nullable List<SessionView> mine;
  private @Nullable List<LoginEntry> tries;

  public AccountView getMe() {
    if (me == null) {
      me = accounts.me();
    }
    return me;
  }

  /** Saves name, language, theme and time zone. */
  public void save() {
    accounts.changeMe(
        new ProfileChange(
            Optional.of(name == null ? "" : name.strip()),
            Optional.ofNullable(locale),
            Optional.ofNullable(timeZone),
            Optional.ofNullable(theme),
            null,
            null),
        null);
    if (theme != null) {
      shell.keepTheme(theme);
    }
    toasts.say(words.get("toast.saved"));
    shell.again();
  }

  /** Sets another password; it ends all other sessions. */
  public void changePassword() {
    accounts.changeMe(
        new ProfileChange(
            null,
            null,
            null,
            null,
            Optional.of(password == null ? "" : password),
            Optional.of(oldPassword == null ? "" : oldPassword)),
        null);
    toasts.say(words.get("profile.password_changed"));
    shell.again();
  }

  /** Ends the session that the request names. */
  public void revoke() {
    sessions.revoke(asked.id("session"));
    toasts.say(words.get("profile.session_ended"));
    shell.again();
  }

  public List<SessionView> getSessions() {
    if (mine == null) {
      mine = sessions.mine();
    }
    return mine;
  }

  public List<LoginEntry> getTries() {
    if (tries == null) {
      tries = logins.audit(null, PageAsk.first(LAST_LOGINS)).items();
    }
    return tries;
  }

  /** The time zones of the world, by name. */
  public List<String> getZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(
            zone ->
                zone.matches(
                    "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
        .sorted()
        .toList();
  }

  public String getName() {
    return name == null ? getMe().name() : name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public @Nullable String getLocale() {
    return getMe().locale();
  }

  public void setLocale(@Nullable String locale) {
    this.locale = locale;
  }

  public @Nullable String getTheme() {
    return getMe().theme();
  }

  public void setTheme(@Nullable String theme) {
    this.theme = theme;
  }

  public @Nullable String getTimeZone() {
    return getMe().timeZone();
  }

  public void setTimeZone(@Nullable String timeZone) {
    this.timeZone = timeZone;
  }

  public @Nullable String getOldPassword() {
    return null; // never sent back
  }

  public void setOldPassword(@Nullable String oldPassword) {
    this.oldPassword = oldPassword;
  }

  public @Nullable String getPassword() {
    return null; // never sent back
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }
}
