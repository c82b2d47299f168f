package tracker.identity;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Storable;

/** Which passwords are good enough, and how they are kept: bcrypt, cost 12. */
final class Passwords {
  static final int LEAST = 8;
  static final int MOST = 1000;
  static final int COST = 12;
  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;
  // bcrypt sees 72 bytes: longer pass phrases go through SHA-512 first, so that all of them counts
  private static final LongPasswordStrategy WHOLE = LongPasswordStrategies.hashSha512(VERSION);
  private static final Set<String> COMMON = common();
  // the hash of a random secret: an unknown e-mail costs the same time as a known one
  private static final String NOBODY = hash(Secret.next());

  private Passwords() {}

  /** Refuses (422, named field) what is too short, too long, common, or cannot be text. */
  static void check(String field, @Nullable String password) {
    if (password == null) {
      throw Problem.invalid(field, "invalid.required");
    }
    Storable.check(field, password);
    int length = password.codePointCount(0, password.length());
    if (length < LEAST || length > MOST) {
      throw Problem.invalid(field, "invalid.password_size", LEAST, MOST);
    }
    if (COMMON.contains(password.toLowerCase(Locale.ROOT))) {
      throw Problem.invalid(field, "invalid.password_common");
    }
  }

  /** Takes a quarter of a second: call it before the first statement of a transaction. */
  static String hash(String password) {
    return new String(
        BCrypt.with(VERSION, new SecureRandom(), WHOLE).hash(COST, bytes(password)),
        StandardCharsets.US_ASCII);
  }

  /** Whether it is the one; where there is no hash the answer is no, after the same time. */
  static boolean fits(String password, @Nullable String hash) {
    byte[] kept = Objects.requireNonNullElse(hash, NOBODY).getBytes(StandardCharsets.US_ASCII);
    return BCrypt.verifyer(VERSION, WHOLE).verify(bytes(password), kept).verified && hash != null;
  }

  // the same pass phrase typed on another keyboard may come composed differently
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
  }

  private static Set<String> common() {
    try (InputStream in = Passwords.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines.lines().filter(l -> !l.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
