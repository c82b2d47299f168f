package tracker.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Settings;

class AccessTokensTest {
  private static final KeyPair ONE = pair(2048);
  private static final KeyPair TWO = pair(2048);

  @TempDir private Path data;
  private final Clock clock = new Clock();
  private final UUID account = Ids.next();
  private final UUID session = Ids.next();
  private AccessTokens tokens;
  private RSAKey key;

  @BeforeEach
  void a_directory_with_one_key() throws IOException {
    put("one.pem", ONE);
    tokens = new AccessTokens(GivenSettings.in(data), clock);
    key = Pem.read(data.resolve("keys/one.pem")).get(0);
  }

  @Test
  void a_token_says_who_and_until_when() {
    JWTClaimsSet claims = tokens.read(tokens.issue(account, Role.ADMIN, session)).orElseThrow();
    assertEquals(account, AccessTokens.id(claims, "sub"));
    assertEquals(session, AccessTokens.id(claims, "sid"));
    assertEquals("gerask", claims.getIssuer());
    assertEquals(List.of("gerask"), claims.getAudience());
    assertEquals(List.of("admin"), claims.getClaim("groups"));
    assertEquals(account.toString(), claims.getClaim("upn"));
    assertEquals(
        Duration.ofMinutes(15),
        Duration.between(
            claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()));
    assertFalse(claims.getJWTID().isBlank());
  }

  @Test
  void a_token_ends_when_it_says() {
    String token = tokens.issue(account, Role.USER, session);
    clock.shift(Duration.ofMinutes(15).plusSeconds(1));
    assertTrue(tokens.read(token).isEmpty());
  }

  @Test
  void a_token_that_was_proved_ends_with_its_time_and_with_its_key() throws IOException {
    String token = tokens.issue(account, Role.USER, session);
    assertTrue(tokens.read(token).isPresent());
    assertTrue(tokens.read(token).isPresent());
    put("one.pem", TWO);
    clock.shift(Duration.ofSeconds(11));
    assertTrue(tokens.read(token).isEmpty(), "Its key is gone");
    String next = tokens.issue(account, Role.USER, session);
    assertTrue(tokens.read(next).isPresent());
    clock.shift(Duration.ofMinutes(16));
    assertTrue(tokens.read(next).isEmpty(), "Its time is over");
  }

  @Test
  void a_token_signed_by_hand_as_we_do_is_read() throws JOSEException {
    assertTrue(tokens.read(signed(header().build(), claims().build(), rsa(ONE))).isPresent());
  }

  @Test
  void forged_tokens_are_not_read() throws JOSEException {
    JWTClaimsSet good = claims().build();
    byte[] open = ONE.getPublic().getEncoded();
    JWSHeader hs =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    Map<String, String> forged =
        Map.of(
            "alg none", new PlainJWT(good).serialize(),
            "HS256 with the public key", signed(hs, good, new MACSigner(open)),
            "another key under our kid", signed(header().build(), good, rsa(TWO)),
            "unknown kid", signed(header().keyID("other").build(), good, rsa(ONE)),
            "no kid", signed(header().keyID(null).build(), good, rsa(ONE)),
            "RS512", signed(rs512(), good, rsa(ONE)),
            "another typ", signed(header().type(new JOSEObjectType("x")).build(), good, rsa(ONE)),
            "wrong iss", signed(header().build(), claims().issuer("evil").build(), rsa(ONE)),
            "wrong aud", signed(header().build(), claims().audience("evil").build(), rsa(ONE)),
            "no exp", signed(header().build(), claims().expirationTime(null).build(), rsa(ONE)));
    forged.forEach((how, token) -> assertTrue(tokens.read(token).isEmpty(), how));
  }

  @Test
  void a_tampered_token_is_not_read() {
    String[] parts = tokens.issue(account, Role.USER, session).split("\\.");
    String[] other = tokens.issue(account, Role.ADMIN, session).split("\\.");
    assertTrue(tokens.read(parts[0] + "." + other[1] + "." + parts[2]).isEmpty());
    assertTrue(tokens.read(parts[0] + "." + parts[1] + ".").isEmpty());
    String whole = String.join(".", parts);
    assertTrue(tokens.read(whole + "x").isEmpty());
    assertTrue(tokens.read(whole + "=").isEmpty());
    char last = whole.charAt(whole.length() - 1);
    // in a 2048-bit signature the last character has spare bits that a lax decoder drops
    assertTrue(tokens.read(whole.substring(0, whole.length() - 1) + (char) (last + 1)).isEmpty());
    assertTrue(tokens.read("a.b.c").isEmpty());
    assertTrue(tokens.read("").isEmpty());
    assertTrue(tokens.read("x".repeat(100_000)).isEmpty());
  }

  @Test
  void the_newest_key_signs_and_the_old_one_still_verifies() throws Exception {
    String before = tokens.issue(account, Role.USER, session);
    Path two = put("a-later-one.pem", TWO);
    Files.setLastModifiedTime(two, FileTime.from(clock.now().plusSeconds(60)));
    clock.shift(Duration.ofSeconds(11));
    String after = tokens.issue(account, Role.USER, session);
    assertNotEquals(
        SignedJWT.parse(before).getHeader().getKeyID(),
        SignedJWT.parse(after).getHeader().getKeyID());
    assertTrue(tokens.read(before).isPresent());
    assertTrue(tokens.read(after).isPresent());
    assertEquals(2, keys().size());
  }

  @Test
  void a_broken_new_file_leaves_the_old_keys_in_force() throws IOException {
    Files.writeString(data.resolve("keys/half.pem"), "-----BEGIN PRIVATE");
    clock.shift(Duration.ofSeconds(11));
    assertTrue(tokens.read(tokens.issue(account, Role.USER, session)).isPresent());
  }

  @Test
  void the_public_keys_show_nothing_private() {
    Map<?, ?> shown = (Map<?, ?>) keys().get(0);
    assertEquals(
        List.of("alg", "e", "kid", "kty", "n", "use"), shown.keySet().stream().sorted().toList());
  }

  @Test
  void the_first_start_makes_a_key_that_only_its_owner_reads() throws IOException {
    Path fresh = data.resolve("fresh");
    AccessTokens made = new AccessTokens(GivenSettings.in(fresh), clock);
    assertTrue(made.read(made.issue(account, Role.USER, session)).isPresent());
    Path file = fresh.resolve("keys/jwt.pem");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(Pem.read(file).get(0).size() >= 2048);
    // a second node on the same directory takes the same key
    AccessTokens second = new AccessTokens(GivenSettings.in(fresh), clock);
    assertTrue(second.read(made.issue(account, Role.USER, session)).isPresent());
  }

  @Test
  void a_given_key_signs_and_those_of_the_directory_verify() throws Exception {
    Path given = Files.writeString(data.resolve("given.pem"), Pem.write(TWO));
    AccessTokens other =
        new AccessTokens(GivenSettings.in(data, "JWT_PRIVATE_KEY_FILE", given.toString()), clock);
    String kid = Pem.read(given).get(0).getKeyID();
    String token = other.issue(account, Role.USER, session);
    assertEquals(kid, SignedJWT.parse(token).getHeader().getKeyID());
    assertTrue(other.read(tokens.issue(account, Role.USER, session)).isPresent());
  }

  @Test
  void a_short_key_stops_the_start() throws IOException {
    Path weak = Files.writeString(data.resolve("weak.pem"), Pem.write(pair(1024)));
    assertThrows(Settings.Wrong.class, () -> Pem.read(weak));
  }

  private List<?> keys() {
    return (List<?>) Objects.requireNonNull(tokens.shown().get("keys"));
  }

  private JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID());
  }

  private JWSHeader rs512() {
    return new JWSHeader.Builder(JWSAlgorithm.RS512)
        .type(JOSEObjectType.JWT)
        .keyID(key.getKeyID())
        .build();
  }

  private JWTClaimsSet.Builder claims() {
    Instant end = clock.now().plusSeconds(60);
    return new JWTClaimsSet.Builder()
        .issuer("gerask")
        .audience("gerask")
        .subject(account.toString())
        .claim("sid", session.toString())
        .expirationTime(Date.from(end));
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private static JWSSigner rsa(KeyPair pair) {
    return new RSASSASigner(pair.getPrivate());
  }

  private Path put(String name, KeyPair pair) throws IOException {
    Files.createDirectories(data.resolve("keys"));
    return Files.writeString(data.resolve("keys").resolve(name), Pem.write(pair));
  }

  private static KeyPair pair(int bits) {
    try {
      KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
      rsa.initialize(bits);
      return rsa.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
