package tracker.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Settings;

/** Receives files as streams: counts, hashes, looks at the content, and leaves nothing half. */
@ApplicationScoped
public class Arrivals {
  private static final Logger LOG = Logger.getLogger(Arrivals.class.getName());
  private static final int LONGEST_NAME = 255;

  private final AttachmentSettings settings;
  private final Scanner scanner;

  @Inject
  public Arrivals() {
    this(AttachmentSettings.read(Settings.ofProcess()));
  }

  Arrivals(AttachmentSettings settings) {
    this.settings = settings;
    this.scanner = new Scanner(settings.scanner());
  }

  /** The largest file that is taken, in bytes. */
  public long largest() {
    return settings.largest();
  }

  /** How much a project that comes with all of its files may take: what one account may keep. */
  public long largestProject() {
    return settings.quota();
  }

  /**
   * Writes a stream to a file of its own among the arrivals, through to the disk.
   *
   * @param name as its sender calls it
   * @throws Problem FILE_TOO_LARGE, FILE_TYPE_REFUSED, FILE_INFECTED, SCANNER_AWAY, NO_ROOM
   * @throws IOException where the sender broke off
   */
  public Received receive(InputStream content, String name) throws IOException {
    return receive(content, name, settings.largest());
  }

  /** The same for a picture, of which less is taken. */
  public Received receivePicture(InputStream content, String name) throws IOException {
    return receive(content, name, settings.largestPicture());
  }

  /** The largest picture that is taken, in bytes. */
  public long largestPicture() {
    return settings.largestPicture();
  }

  private Received receive(InputStream content, String name, long most) throws IOException {
    Path file = place();
    boolean good = false;
    try {
      String plain = plain(name);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long size = write(content, file, digest, most);
      String type = FileType.of(file, plain);
      if (!FileType.isTaken(type)) {
        throw Problem.of(AttachmentProblem.FILE_TYPE_REFUSED, type);
      }
      scanner.look(file);
      good = true;
      String sha256 = HexFormat.of().formatHex(digest.digest());
      return new Received(file, plain, size, type, sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } finally {
      if (!good) {
        forget(file);
      }
    }
  }

  /** Takes away what was not kept after all; nothing where it is gone already. */
  public void forget(Received file) {
    forget(file.file());
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "An arrival stays until the next sweep", e);
    }
  }

  private Path place() {
    Path folder = settings.arrivals();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Room.told(e);
    }
    return folder.resolve(Ids.next().toString());
  }

  private static long write(InputStream content, Path file, MessageDigest digest, long most)
      throws IOException {
    byte[] buffer = new byte[64 << 10];
    long size = 0;
    try (FileChannel channel = open(file);
        OutputStream out =
            new DigestOutputStream(java.nio.channels.Channels.newOutputStream(channel), digest)) {
      int many;
      while ((many = content.read(buffer)) >= 0) {
        size += many;
        if (size > most) {
          throw Problem.of(AttachmentProblem.FILE_TOO_LARGE, most >> 20);
        }
        put(out, buffer, many);
      }
      through(channel);
    }
    return size;
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw Room.told(e);
    }
  }

  private static void put(OutputStream out, byte[] buffer, int many) {
    try {
      out.write(buffer, 0, many);
    } catch (IOException e) {
      throw Room.told(e);
    }
  }

  private static void through(FileChannel channel) {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw Room.told(e);
    }
  }

  /** A name without path, control characters and tricks of direction. */
  static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\"]", "")
            .strip();
    String usable = clean.isEmpty() || clean.matches("\\.+") ? "file" : clean;
    if (usable.length() <= LONGEST_NAME) {
      return usable;
    }
    int dot = usable.lastIndexOf('.');
    String ending =
        dot > 0 && usable.length() - dot <= 16
            ? usable.substring(dot).toLowerCase(Locale.ROOT)
            : "";
    return Objects.requireNonNull(usable.substring(0, LONGEST_NAME - ending.length())) + ending;
  }
}
