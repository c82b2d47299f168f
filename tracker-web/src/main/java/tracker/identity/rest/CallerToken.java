package tracker.identity.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import tracker.identity.Bearer;

/** The access token of a request as MicroProfile JWT shows it; groups are the account's of now. */
final class CallerToken implements JsonWebToken {
  private final Map<String, Object> claims;
  private final Bearer bearer;

  CallerToken(Bearer bearer) {
    this.bearer = bearer;
    this.claims = bearer.claims();
  }

  @Override
  public String getName() {
    return bearer.who().accountId().toString();
  }

  @Override
  public Set<String> getClaimNames() {
    Set<String> names = new HashSet<>(claims.keySet());
    names.add("raw_token");
    return names;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature of MicroProfile
  public <T> @Nullable T getClaim(String name) {
    return (T) value(name);
  }

  private @Nullable Object value(String name) {
    Object claim = claims.get(name);
    return switch (name) {
      case "raw_token" -> bearer.raw();
      case "groups" -> Set.of(bearer.who().role().name().toLowerCase(Locale.ROOT));
      case "aud" -> claim instanceof List<?> many ? Set.copyOf(many) : Set.of(claim);
      default -> claim;
    };
  }
}
