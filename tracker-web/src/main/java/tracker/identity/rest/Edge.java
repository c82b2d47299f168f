package tracker.identity.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.identity.Bearer;
import tracker.identity.Caller;
import tracker.identity.SessionCookie;
import tracker.identity.Sessions;
import tracker.shared.rest.ApiPaths;

/**
 * Finds out who stands behind each request, before limits and all that answers: REST by the header
 * Authorization, pages by their cookie, never one by the other's. It fills the {@link Caller}; what
 * somebody may do is for the doors to say.
 */
public class Edge extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(Edge.class.getName());

  @EJB private transient Sessions sessions;
  @Inject private transient Caller caller;
  @Inject private transient Client client;
  @Inject private transient PageGate pages;
  @Inject private transient SessionCookie cookie;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (cookie.isSecure(request)) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    caller.comesFrom(client.address(request), client.program(request), client.language(request));
    if (passes(request)) {
      chain.doFilter(request, response);
    } else {
      pages.turnAway(request, response);
    }
  }

  private boolean passes(HttpServletRequest request) {
    try {
      if (ApiPaths.covers(request)) {
        rest(request);
        return true;
      }
      return page(request);
    } catch (RuntimeException e) {
      // most likely the database: REST says so in its own shape, a page in the page of errors
      LOG.log(Level.WARNING, "Who is calling cannot be found out: {0}", e.getClass().getName());
      Standing.set(request, Standing.UNKNOWABLE);
      return true;
    }
  }

  private void rest(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return;
    }
    Optional<Bearer> bearer = bearer(header).flatMap(sessions::behindToken);
    if (bearer.isEmpty()) {
      Standing.set(request, Standing.REFUSED);
      return;
    }
    caller.signIn(bearer.get().who());
    // a browser sends its language with every page, where the account's own goes first
    if (request.getHeader("Accept-Language") != null) {
      caller.speaks(client.language(request));
    }
    TokenOfCaller.keep(request, bearer.get());
  }

  private static Optional<String> bearer(String header) {
    boolean ours = header.regionMatches(true, 0, "Bearer ", 0, 7);
    return ours ? Optional.of(header.substring(7).strip()) : Optional.empty();
  }

  private boolean page(HttpServletRequest request) {
    if (pages.isFile(request)) {
      return true;
    }
    Caller.@Nullable SignedIn who =
        SessionCookie.of(request).flatMap(sessions::behindCookie).orElse(null);
    if (who != null) {
      caller.signIn(who);
      return true;
    }
    return pages.isOpen(request);
  }
}
