package tracker.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.attachment.AttachmentSettings;
import tracker.shared.Settings;

/**
 * The settings of backups, by their public names.
 *
 * @param byThemselves whether BACKUP_DIR or BACKUP_S3_BUCKET is set, so that the worker makes
 *     backups
 * @param shelf BACKUP_DIR: where they are put; by hand DATA_DIR/backups without it
 * @param every BACKUP_EVERY_HOURS: how long after one the next is due
 * @param keep BACKUP_KEEP: how many stay
 * @param passphrase BACKUP_PASSPHRASE: what they are encrypted with; null: they are not
 * @param drilled BACKUP_DRILL: whether the worker restores each into a scratch database at once
 * @param bucket BACKUP_S3_BUCKET and its like: where a copy of each goes; null: nowhere
 * @param keys DATA_DIR/keys: the signing keys, which go along
 */
public record BackupSettings(
    boolean byThemselves,
    Path shelf,
    Duration every,
    int keep,
    @Nullable String passphrase,
    boolean drilled,
    AttachmentSettings.@Nullable S3 bucket,
    Path keys) {

  /** Every public name that is read here. */
  public static final List<String> NAMES =
      List.of(
          "BACKUP_DIR",
          "BACKUP_EVERY_HOURS",
          "BACKUP_KEEP",
          "BACKUP_PASSPHRASE",
          "BACKUP_DRILL",
          "BACKUP_S3_BUCKET",
          "BACKUP_S3_ENDPOINT",
          "BACKUP_S3_REGION",
          "BACKUP_S3_ACCESS_KEY",
          "BACKUP_S3_SECRET_KEY",
          "DATA_DIR");

  /** Reads them; a value that cannot be used is one sentence for the operator. */
  public static BackupSettings read(Settings from) {
    Path data = Path.of(from.text("DATA_DIR", ".data")).toAbsolutePath();
    String shelf = from.text("BACKUP_DIR");
    AttachmentSettings.S3 bucket = AttachmentSettings.S3.read(from, "BACKUP_");
    return new BackupSettings(
        shelf != null || bucket != null,
        shelf == null ? data.resolve("backups") : Path.of(shelf).toAbsolutePath(),
        Duration.ofHours(from.number("BACKUP_EVERY_HOURS", 24, 1, 720)),
        from.number("BACKUP_KEEP", 7, 1, 1000),
        from.secret("BACKUP_PASSPHRASE"),
        from.flag("BACKUP_DRILL", true),
        bucket,
        data.resolve("keys"));
  }

  @Override
  public String toString() {
    return "BackupSettings[" + shelf + "]"; // holds a passphrase
  }
}
