package tracker.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Settings;

/** Writes access tokens and reads them back; believes nothing but our own RS256. */
@ApplicationScoped
class AccessTokens {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
  private static final Logger LOG = Logger.getLogger(AccessTokens.class.getName());
  private static final int LONGEST = 8192;

  /** So many proved tokens are remembered. */
  private static final int MOST = 10_000;

  private IdentitySettings settings;
  private Clock clock;
  private KeyChest chest;
  private volatile Seen seen;

  /** Proving a signature costs as much as all else of a short request; a token is proved once. */
  private final Map<String, Proved> proved = new ConcurrentHashMap<>();

  /** A token with a good signature, by the keys that proved it. */
  private record Proved(KeyRing ring, JWTClaimsSet claims) {}

  /** The keys as of a moment. */
  private record Seen(KeyRing ring, List<String> state, Instant at) {}

  @SuppressWarnings("NullAway.Init") // for the proxy, which has no state
  protected AccessTokens() {}

  @Inject
  AccessTokens(IdentitySettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.chest = new KeyChest(settings);
    this.seen = new Seen(chest.open(), chest.state(), clock.now());
  }

  Duration life() {
    return settings.accessLife();
  }

  Map<String, Object> shown() {
    return ring().shown();
  }

  String issue(UUID account, Role role, UUID session) {
    Instant now = clock.now();
    RSAKey key = ring().signing();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(settings.audiences().get(0))
            .subject(account.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(settings.accessLife())))
            .jwtID(Ids.next().toString())
            // a name that may stand in a server's log: never the e-mail
            .claim("upn", account.toString())
            .claim("groups", List.of(role.name().toLowerCase(Locale.ROOT)))
            .claim("sid", session.toString())
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing key does not sign", e);
    }
  }

  /** The claims of a token that is ours and not over; whether its session lives is not asked. */
  Optional<JWTClaimsSet> read(String raw) {
    KeyRing ring = ring();
    Proved known = proved.get(raw);
    if (known != null && known.ring() == ring) {
      return Optional.of(known.claims()).filter(this::isOurs);
    }
    Optional<JWTClaimsSet> claims = prove(raw, ring).filter(this::isOurs);
    if (claims.isPresent()) {
      if (proved.size() >= MOST) {
        proved.clear();
      }
      proved.put(raw, new Proved(ring, claims.get()));
    }
    return claims;
  }

  private static Optional<JWTClaimsSet> prove(String raw, KeyRing ring) {
    try {
      if (raw.length() > LONGEST || !isExact(raw)) {
        return Optional.empty();
      }
      SignedJWT token = SignedJWT.parse(raw);
      JWSHeader header = token.getHeader();
      RSAKey key = ring.named(header.getKeyID());
      if (key == null || !isOurKind(header) || !token.verify(new RSASSAVerifier(key))) {
        return Optional.empty();
      }
      return Optional.of(token.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // the library's decoder overlooks stray characters and bits: of each token one spelling is valid
  private static boolean isExact(String raw) {
    for (String part : raw.split("\\.", -1)) {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        return false;
      }
    }
    return true;
  }

  // the algorithm is checked before the key is used: none and HS256 never get that far
  private static boolean isOurKind(JWSHeader header) {
    return JWSAlgorithm.RS256.equals(header.getAlgorithm())
        && JOSEObjectType.JWT.equals(header.getType());
  }

  private boolean isOurs(JWTClaimsSet claims) {
    Date end = claims.getExpirationTime();
    Date start = claims.getNotBeforeTime();
    Instant now = clock.now();
    return settings.issuer().equals(claims.getIssuer())
        && claims.getAudience().stream().anyMatch(settings.audiences()::contains)
        && end != null
        && now.isBefore(end.toInstant().plus(settings.skew()))
        && (start == null || !now.plus(settings.skew()).isBefore(start.toInstant()));
  }

  /** A text claim that spells an id, or null. */
  static @Nullable UUID id(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? Ids.parse(text) : null;
  }

  private KeyRing ring() {
    Seen last = seen;
    if (last.at().plus(LOOK_AGAIN).isAfter(clock.now())) {
      return last.ring();
    }
    List<String> state = chest.state();
    seen = new Seen(state.equals(last.state()) ? last.ring() : opened(last), state, clock.now());
    return seen.ring();
  }

  // a file that is still being copied must not stop everybody: the old keys go on
  private KeyRing opened(Seen last) {
    try {
      return chest.open();
    } catch (Settings.Wrong | UncheckedIOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "The new signing keys are not used: {0}", e.getMessage());
      return last.ring();
    }
  }
}
