package tracker.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts files of backups with a key from a passphrase. A sealed file is: eight
 * letters, the salt of the passphrase (PBKDF2, HMAC-SHA256), the number of the file, which with
 * that makes a key of its own, and pieces of 64 KiB in AES-256-GCM (see {@link SealedOutput}).
 */
final class Sealing {
  private static final byte[] MAGIC = "GERASK1\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NAMES = "names of sealed files".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int NUMBER = 32;
  private static final int ROUNDS = 600_000;
  private static final int KEY_BITS = 256;

  private final String passphrase;
  private final int rounds;
  private final byte[] salt = new byte[SALT];
  private final Map<String, byte[]> keys = new HashMap<>();
  private final SecureRandom random = new SecureRandom();

  Sealing(String passphrase) {
    this(passphrase, ROUNDS);
  }

  /** For tests, with fewer rounds. */
  Sealing(String passphrase, int rounds) {
    this.passphrase = passphrase;
    this.rounds = rounds;
    random.nextBytes(salt);
  }

  /** Whether a file begins as a sealed one does. */
  static boolean isSealed(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /** What is written to the answer lies sealed in {@code out}; closing it closes that. */
  OutputStream seal(OutputStream out) throws IOException {
    byte[] number = new byte[NUMBER];
    random.nextBytes(number);
    out.write(MAGIC);
    out.write(salt);
    out.write(number);
    return new SealedOutput(out, key(salt, number));
  }

  /** What was sealed; reading fails with an IOException where it is not as it was written. */
  InputStream open(InputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    byte[] itsSalt = in.readNBytes(SALT);
    byte[] number = in.readNBytes(NUMBER);
    if (!Arrays.equals(magic, MAGIC) || number.length < NUMBER) {
      throw new IOException("this is no sealed file");
    }
    return new SealedInput(in, key(itsSalt, number));
  }

  /** A name for these bytes that tells nobody without the passphrase what they are. */
  String name(String sha256) {
    return HexFormat.of().formatHex(mac(master(NAMES), sha256.getBytes(StandardCharsets.UTF_8)));
  }

  private SecretKeySpec key(byte[] itsSalt, byte[] number) {
    return new SecretKeySpec(mac(master(itsSalt), number), "AES");
  }

  private synchronized byte[] master(byte[] itsSalt) {
    return keys.computeIfAbsent(HexFormat.of().formatHex(itsSalt), text -> derived(itsSalt));
  }

  private byte[] derived(byte[] itsSalt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), itsSalt, rounds, KEY_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has PBKDF2", e);
    }
  }

  private static byte[] mac(byte[] key, byte[] about) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(about);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC", e);
    }
  }
}
