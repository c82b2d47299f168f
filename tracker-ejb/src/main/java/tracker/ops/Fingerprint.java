package tracker.ops;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tracker.shared.Settings;

/**
 * Tells whether two requests are the same without keeping them. It is keyed, because a request may
 * hold a password, and a plain hash of it could be guessed. The key comes from SECRET_KEY, or is
 * kept under DATA_DIR; nodes that share a database share SECRET_KEY.
 */
@ApplicationScoped
public class Fingerprint {
  private static final Logger LOG = Logger.getLogger(Fingerprint.class.getName());
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "idempotency".getBytes(StandardCharsets.UTF_8);

  private byte[] key = new byte[0];

  @PostConstruct
  void open() {
    Settings settings = Settings.ofProcess();
    String secret = settings.secret("SECRET_KEY");
    if (secret == null) {
      Path data = Path.of(settings.text("DATA_DIR", ".data"));
      secret = kept(data.resolve("keys").resolve("fingerprint.key"));
    }
    key = hmac(secret.getBytes(StandardCharsets.UTF_8), PURPOSE);
  }

  /** The same for the same parts in the same order. */
  byte[] of(byte[]... parts) {
    try {
      byte[][] digests = new byte[parts.length][];
      for (int i = 0; i < parts.length; i++) {
        digests[i] = MessageDigest.getInstance("SHA-256").digest(parts[i]);
      }
      return hmac(key, digests);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      List.of(parts).forEach(mac::update);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String kept(Path file) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String made = HexFormat.of().formatHex(random);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, made, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} cannot be kept: keys of calls end with this process", file);
    }
    return made;
  }
}
