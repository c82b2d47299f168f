package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a page session: {@code gerask_session}, HttpOnly, SameSite=Lax, Secure under https.
 *
 * <p>A sign-in page does {@code cookie.set(request, response, logins.signIn(credentials))}, a sign-
 * out page {@code logins.signOut(); cookie.clear(request, response)}; both then redirect. Setting
 * and clearing also give the view session another life, so that no view outlives its user.
 *
 * <p>A request of a page without a live session never reaches the page. A plain one is redirected
 * to {@code /login?to=<path>}. A partial one ({@code Faces-Request: partial/ajax}) gets status 401,
 * the header {@code X-Signed-Out: 1} and an empty body, and nothing on the page is replaced: its
 * script shows a sign-in that keeps what was typed (PrimeFaces: the event {@code pfAjaxError} with
 * {@code jqXHR.status === 401}).
 */
@ApplicationScoped
public class SessionCookie {
  public static final String NAME = "gerask_session";

  @Inject private IdentitySettings settings;

  /** Signs the browser in. */
  public void set(HttpServletRequest request, HttpServletResponse response, String secret) {
    response.addCookie(cookie(request, secret, (int) settings.sessionLife().toSeconds()));
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
  }

  /** Signs the browser out. */
  public void clear(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
    if (request.getSession(false) != null) {
      request.getSession(false).invalidate();
    }
  }

  /** The secret that the browser sent. */
  public static Optional<String> of(HttpServletRequest request) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private Cookie cookie(HttpServletRequest request, String value, int age) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setHttpOnly(true);
    cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
    cookie.setSecure(isSecure(request));
    cookie.setMaxAge(age);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  /** Whether the browser came by https; behind a proxy the server itself sees plain http. */
  public boolean isSecure(HttpServletRequest request) {
    String url = settings.publicUrl();
    if (url != null) {
      return "https".equalsIgnoreCase(URI.create(url).getScheme());
    }
    boolean forwarded =
        "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
            && new ClientAddress(settings.trustedProxies()).isTrusted(request.getRemoteAddr());
    return request.isSecure() || forwarded;
  }

  /**
   * Stateless forms carry no token; instead the browser says which site sent them. Who says nothing
   * (an old browser, a script) has no cookie from us either when it comes from another site: that
   * cookie is SameSite=Lax.
   */
  public static boolean isSentByOurPages(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin == null || request.getHeader("Host").equals(authority(origin));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
