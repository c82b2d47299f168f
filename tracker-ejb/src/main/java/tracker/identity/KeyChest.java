package tracker.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tracker.shared.Settings;

/**
 * Where signing keys lie: PEM files in DATA_DIR/keys, and those that settings name. Put a new file
 * there and it signs from then on; the others keep verifying until they are taken away.
 */
final class KeyChest {
  private static final int BITS = 3072;
  private static final String FIRST = "jwt.pem";
  private final IdentitySettings settings;

  KeyChest(IdentitySettings settings) {
    this.settings = settings;
  }

  /** What lies there now; the very first time a key is made. */
  KeyRing open() {
    List<RSAKey> keys = new ArrayList<>();
    if (settings.privateKeyFile() != null) {
      keys.addAll(Pem.read(settings.privateKeyFile()));
      if (!keys.get(0).isPrivate()) {
        throw new Settings.Wrong("JWT_PRIVATE_KEY_FILE names a file without a private key.");
      }
    }
    if (settings.publicKeyFile() != null) {
      keys.addAll(Pem.read(settings.publicKeyFile()));
    }
    if (settings.privateKeyFile() == null && files().isEmpty()) {
      make();
    }
    files().forEach(file -> keys.addAll(Pem.read(file)));
    return KeyRing.of(keys);
  }

  /** Changes whenever a file comes, goes or is written. */
  List<String> state() {
    return files().stream().map(f -> f + "@" + modified(f)).toList();
  }

  private List<Path> files() {
    if (!Files.isDirectory(settings.keys())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(settings.keys())) {
      return all.filter(f -> f.toString().endsWith(".pem"))
          .sorted(Comparator.comparing(KeyChest::modified).thenComparing(f -> f).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // just taken away
    }
  }

  // written aside and linked into place: of two nodes that start at once one key wins, whole
  private void make() {
    try {
      Files.createDirectories(settings.keys());
      KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
      rsa.initialize(BITS);
      Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rw-------");
      Path aside =
          Files.createTempFile(
              settings.keys(), "new", ".tmp", PosixFilePermissions.asFileAttribute(mine));
      try {
        Files.writeString(aside, Pem.write(rsa.generateKeyPair()));
        Files.createLink(settings.keys().resolve(FIRST), aside);
      } catch (FileAlreadyExistsException e) {
        // the other node was first
      } finally {
        Files.delete(aside);
      }
    } catch (IOException e) {
      throw new Settings.Wrong("Keys cannot be written to " + settings.keys() + ".");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }
}
