package tracker.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tracker.identity.Credentials;
import tracker.identity.Logins;
import tracker.identity.SessionCookie;
import tracker.shared.view.Shell;

/** Signs a browser in and lets it go where it wanted to. */
@RequestScoped
public class Entrance {
  private static final String FIRST_PAGE = "/my-work";

  @Inject private Logins logins;
  @Inject private SessionCookie cookie;
  @Inject private Shell shell;

  /** Opens a session for the browser of the running request, then goes to {@code to}. */
  void enter(String email, String password, @Nullable String to) {
    String secret = logins.signIn(new Credentials(email, password));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    cookie.set(
        (HttpServletRequest) external.getRequest(),
        (HttpServletResponse) external.getResponse(),
        secret);
    shell.go(inside(to));
  }

  /** Only addresses of ours: a link to the sign-in page must not lead people elsewhere. */
  static String inside(@Nullable String to) {
    if (to == null || !to.startsWith("/") || to.startsWith("//") || to.startsWith("/login")) {
      return FIRST_PAGE;
    }
    return to.chars().anyMatch(c -> c < ' ' || c == '\\') ? FIRST_PAGE : to;
  }
}
