package tracker.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;

/**
 * The settings of identity, by their public names.
 *
 * @param registrationEnabled REGISTRATION_ENABLED: whether strangers may open accounts
 * @param adminEmail ADMIN_EMAIL: the first administrator
 * @param adminPassword ADMIN_PASSWORD: its password
 * @param keys DATA_DIR/keys: where signing keys live
 * @param privateKeyFile JWT_PRIVATE_KEY_FILE: signs instead of those in the directory
 * @param publicKeyFile JWT_PUBLIC_KEY_FILE, or mp.jwt.verify.publickey.location (a file): also
 *     verify; several PEM blocks may stand in it
 * @param accessLife JWT_ACCESS_TOKEN_EXPIRE_MINUTES
 * @param sessionLife JWT_REFRESH_TOKEN_EXPIRE_DAYS: of refresh tokens and of a cookie
 * @param issuer mp.jwt.verify.issuer
 * @param audiences mp.jwt.verify.audiences: one of them must be in a token; we issue for the first
 * @param skew mp.jwt.verify.clock.skew: so long after its end a token still counts
 * @param trustedProxies TRUSTED_PROXIES: addresses or networks whose X-Forwarded-For is believed
 * @param publicUrl PUBLIC_URL: how people reach the product, where it is not as the server sees it
 */
public record IdentitySettings(
    boolean registrationEnabled,
    @Nullable String adminEmail,
    @Nullable String adminPassword,
    Path keys,
    @Nullable Path privateKeyFile,
    @Nullable Path publicKeyFile,
    Duration accessLife,
    Duration sessionLife,
    String issuer,
    List<String> audiences,
    Duration skew,
    List<String> trustedProxies,
    @Nullable String publicUrl) {

  /** Every public name that is read here. */
  public static final List<String> NAMES =
      List.of(
          "REGISTRATION_ENABLED",
          "ADMIN_EMAIL",
          "ADMIN_PASSWORD",
          "DATA_DIR",
          "JWT_PRIVATE_KEY_FILE",
          "JWT_PUBLIC_KEY_FILE",
          "JWT_ALGORITHM",
          "JWT_ACCESS_TOKEN_EXPIRE_MINUTES",
          "JWT_REFRESH_TOKEN_EXPIRE_DAYS",
          "TRUSTED_PROXIES",
          "PUBLIC_URL");

  /** Reads them; a value that cannot be used is one sentence for the operator. */
  public static IdentitySettings read(Settings from) {
    String algorithm = from.text("JWT_ALGORITHM", "RS256");
    if (!algorithm.equals("RS256")) {
      throw new Settings.Wrong("JWT_ALGORITHM can only be RS256, but is \"" + algorithm + "\".");
    }
    return new IdentitySettings(
        from.flag("REGISTRATION_ENABLED", true),
        from.text("ADMIN_EMAIL"),
        from.secret("ADMIN_PASSWORD"),
        Path.of(from.text("DATA_DIR", ".data")).resolve("keys"),
        path(from.text("JWT_PRIVATE_KEY_FILE")),
        publicKey(from),
        Duration.ofMinutes(from.number("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", 15, 1, 1440)),
        Duration.ofDays(from.number("JWT_REFRESH_TOKEN_EXPIRE_DAYS", 30, 1, 365)),
        from.text("mp.jwt.verify.issuer", "gerask"),
        List.of(from.text("mp.jwt.verify.audiences", "gerask").split("\\s*,\\s*")),
        Duration.ofSeconds(from.number("mp.jwt.verify.clock.skew", 0, 0, 300)),
        from.list("TRUSTED_PROXIES"),
        from.text("PUBLIC_URL"));
  }

  private static @Nullable Path publicKey(Settings from) {
    String location = from.text("mp.jwt.verify.publickey.location");
    String file = from.text("JWT_PUBLIC_KEY_FILE");
    return file != null || location == null
        ? path(file)
        : Path.of(location.replaceFirst("^file:/*", "/"));
  }

  private static @Nullable Path path(@Nullable String text) {
    return text == null ? null : Path.of(text);
  }

  @Override
  public String toString() {
    return "IdentitySettings[…]"; // holds a password
  }
}
