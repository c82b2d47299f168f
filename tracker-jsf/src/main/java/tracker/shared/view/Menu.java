package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import tracker.identity.Accounts;
import tracker.identity.Logins;
import tracker.identity.ProfileChange;
import tracker.identity.SessionCookie;
import tracker.journal.Journal;
import tracker.journal.Undone;

/** What can be done from every page: theme, language, sign out, undo. */
@Named("menu")
@RequestScoped
public class Menu {
  @Inject private Accounts accounts;
  @Inject private Logins logins;
  @Inject private SessionCookie cookie;
  @Inject private Journal journal;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  /** Changes the reader's theme and shows the page again. */
  public void setTheme(String theme) {
    accounts.changeMe(new ProfileChange(null, null, null, Optional.of(theme), null, null), null);
    shell.keepTheme(theme);
    shell.again();
  }

  /** Changes the reader's language and shows the page again. */
  public void setLanguage(String language) {
    accounts.changeMe(new ProfileChange(null, Optional.of(language), null, null, null, null), null);
    shell.again();
  }

  /** Ends the session and goes to the sign-in page. */
  public void signOut() {
    logins.signOut();
    var external = FacesContext.getCurrentInstance().getExternalContext();
    cookie.clear(
        (HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse());
    shell.forgetTheme();
    shell.go("/login");
  }

  /** Takes back the operation that the visible toast is about. */
  public void undo() {
    Undone undone = journal.undo(asked.id("operation"));
    if (undone.skipped().isEmpty()) {
      toasts.say(words.get("toast.undone"));
    } else {
      toasts.wrong(undone.skipped().get(0).message());
    }
    shell.again();
  }
}
