package tracker.system;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tracker.backup.BackupSettings;
import tracker.shared.Settings;

/**
 * The room where something is kept.
 *
 * @param what data, uploads or backups
 * @param free bytes that we may still write
 * @param total bytes of the whole disk
 */
public record Disk(String what, String path, long free, long total, boolean writable) {
  private static final int FEW_PERCENT = 10;
  private static final long FEW = 1L << 30;

  /** Of everything that is kept outside the database. */
  static List<Disk> all(Settings settings) {
    List<Disk> all = new ArrayList<>();
    all.add(of("data", Path.of(settings.text("DATA_DIR", ".data"))));
    all.add(uploads(settings));
    BackupSettings backups = BackupSettings.read(settings);
    if (backups.byThemselves()) {
      all.add(of("backups", backups.shelf()));
    }
    return all;
  }

  /** Of what people add; on its way there even where it ends in a bucket. */
  static Disk uploads(Settings settings) {
    String data = settings.text("DATA_DIR", ".data");
    return of("uploads", Path.of(settings.text("UPLOAD_DIR", data)));
  }

  private static Disk of(String what, Path path) {
    Path wanted = path.toAbsolutePath().normalize();
    File there = wanted.toFile();
    while (!there.exists() && there.getParentFile() != null) {
      there = there.getParentFile();
    }
    return new Disk(
        what, wanted.toString(), there.getUsableSpace(), there.getTotalSpace(), there.canWrite());
  }

  /** How much of it is taken, from 0 to 100. */
  public long percentTaken() {
    return total == 0 ? 100 : 100 - Math.min(100, free * 100 / total);
  }

  /** Whether little is left: less than a gigabyte, and less than a tenth. */
  public boolean isLow() {
    return free < FEW && percentTaken() > 100 - FEW_PERCENT;
  }
}
