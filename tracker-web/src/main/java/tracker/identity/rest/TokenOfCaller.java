package tracker.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import tracker.identity.Bearer;

/** What {@code @Inject JsonWebToken} gives: the token of the running request, or an empty one. */
@ApplicationScoped
class TokenOfCaller implements JsonWebToken {
  private static final String BEARER = "tracker.identity.bearer";

  @Inject private HttpServletRequest request;

  static void keep(HttpServletRequest request, Bearer bearer) {
    request.setAttribute(BEARER, bearer);
  }

  private @Nullable CallerToken token() {
    return request.getAttribute(BEARER) instanceof Bearer bearer ? new CallerToken(bearer) : null;
  }

  @Override
  public @Nullable String getName() {
    CallerToken token = token();
    return token == null ? null : token.getName();
  }

  @Override
  public Set<String> getClaimNames() {
    CallerToken token = token();
    return token == null ? Set.of() : token.getClaimNames();
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the signature of MicroProfile
  public <T> @Nullable T getClaim(String name) {
    CallerToken token = token();
    return token == null ? null : token.getClaim(name);
  }
}
