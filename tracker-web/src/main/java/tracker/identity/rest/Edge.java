package tracker.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.identity.Bearer;
import tracker.identity.Caller;
import tracker.identity.SessionCookie;
import tracker.identity.Sessions;
import tracker.shared.rest.ApiPaths;

/**
 * Finds out who stands behind each request, before anything else sees it: REST by the header
 * Authorization, pages by their cookie, never one by the other's. It fills the {@link Caller}; what
 * somebody may do is for the doors to say.
 */
@ApplicationScoped
public class Edge implements HttpAuthenticationMechanism {
  private static final Logger LOG = Logger.getLogger(Edge.class.getName());

  @Inject private Sessions sessions;
  @Inject private Caller caller;
  @Inject private Client client;
  @Inject private TokenOfCaller token;
  @Inject private PageGate pages;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    caller.comesFrom(client.address(request), client.program(request), client.language(request));
    try {
      return ApiPaths.covers(request) ? rest(request, context) : page(request, response, context);
    } catch (RuntimeException e) {
      // most likely the database: REST says so in its own shape, a page in the page of errors
      LOG.log(Level.WARNING, "Who is calling cannot be found out: {0}", e.getClass().getName());
      Standing.set(request, Standing.UNKNOWABLE);
      return context.doNothing();
    }
  }

  private AuthenticationStatus rest(HttpServletRequest request, HttpMessageContext context) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return context.doNothing();
    }
    Optional<Bearer> bearer = bearer(header).flatMap(sessions::behindToken);
    if (bearer.isEmpty()) {
      Standing.set(request, Standing.REFUSED);
      return context.doNothing();
    }
    caller.signIn(bearer.get().who());
    // a browser sends its language with every page, where the account's own goes first
    if (request.getHeader("Accept-Language") != null) {
      caller.speaks(client.language(request));
    }
    token.keep(bearer.get());
    return in(context, bearer.get().who(), new CallerToken(bearer.get()));
  }

  private static Optional<String> bearer(String header) {
    boolean ours = header.regionMatches(true, 0, "Bearer ", 0, 7);
    return ours ? Optional.of(header.substring(7).strip()) : Optional.empty();
  }

  private AuthenticationStatus page(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (pages.isFile(request)) {
      return context.doNothing();
    }
    Caller.@Nullable SignedIn who =
        SessionCookie.of(request).flatMap(sessions::behindCookie).orElse(null);
    if (who != null) {
      caller.signIn(who);
      return in(context, who, null);
    }
    if (pages.isOpen(request)) {
      return context.doNothing();
    }
    pages.turnAway(request, response);
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static AuthenticationStatus in(
      HttpMessageContext context, Caller.SignedIn who, @Nullable CallerToken token) {
    Set<String> groups = Set.of(who.role().name().toLowerCase(Locale.ROOT));
    return token == null
        ? context.notifyContainerAboutLogin(who.accountId().toString(), groups)
        : context.notifyContainerAboutLogin(token, groups);
  }
}
