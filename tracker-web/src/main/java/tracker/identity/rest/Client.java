package tracker.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import tracker.identity.ClientAddress;
import tracker.identity.IdentitySettings;
import tracker.shared.rest.Languages;

/** The other end of a request: address, program, language. */
@ApplicationScoped
class Client {
  private static final int LONGEST = 300;
  private static final Pattern STRANGE = Pattern.compile("[^\\x20-\\x7e]");
  private ClientAddress addresses;

  @SuppressWarnings("NullAway.Init") // for the proxy, which has no state
  protected Client() {}

  @Inject
  Client(IdentitySettings settings) {
    this.addresses = new ClientAddress(settings.trustedProxies());
  }

  String address(HttpServletRequest request) {
    return addresses.of(
        request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  String program(HttpServletRequest request) {
    String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    String plain = STRANGE.matcher(agent).replaceAll("?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  Locale language(HttpServletRequest request) {
    return Languages.preferred(request.getHeader("Accept-Language"));
  }
}
