package tracker.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import tracker.identity.Bearer;

/** What {@code @Inject JsonWebToken} gives: the token of the running request, or an empty one. */
@RequestScoped
class TokenOfCaller implements JsonWebToken {
  private @Nullable CallerToken token;

  void keep(Bearer bearer) {
    this.token = new CallerToken(bearer);
  }

  @Override
  public @Nullable String getName() {
    return token == null ? null : token.getName();
  }

  @Override
  public Set<String> getClaimNames() {
    return token == null ? Set.of() : token.getClaimNames();
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the signature of MicroProfile
  public <T> @Nullable T getClaim(String name) {
    return token == null ? null : token.getClaim(name);
  }
}
