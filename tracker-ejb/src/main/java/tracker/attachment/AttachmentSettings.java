package tracker.attachment;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;

/**
 * The settings of files, by their public names.
 *
 * @param folder UPLOAD_DIR: where files are kept, and received before they go to a bucket
 * @param largest MAX_UPLOAD_SIZE_MB, in bytes
 * @param largestPicture MAX_IMAGE_FILE_SIZE_MB, in bytes: larger ones get no preview
 * @param quota UPLOAD_QUOTA_MB, in bytes: how much one account may keep
 * @param scanner CLAMD_ADDRESS: host:port of a clamd that looks at each file; null: none
 * @param bucket S3_BUCKET and its like; null: files stay in the folder
 */
public record AttachmentSettings(
    Path folder,
    long largest,
    long largestPicture,
    long quota,
    @Nullable String scanner,
    @Nullable S3 bucket) {

  /** Every public name that is read here. */
  public static final List<String> NAMES =
      List.of(
          "UPLOAD_DIR",
          "MAX_UPLOAD_SIZE_MB",
          "MAX_IMAGE_FILE_SIZE_MB",
          "UPLOAD_QUOTA_MB",
          "CLAMD_ADDRESS",
          "S3_ENDPOINT",
          "S3_BUCKET",
          "S3_REGION",
          "S3_ACCESS_KEY",
          "S3_SECRET_KEY");

  /** An S3-compatible bucket, addressed by path. */
  public record S3(URI endpoint, String bucket, String region, String accessKey, String secretKey) {

    /**
     * The bucket that {@code <prefix>S3_BUCKET} names, or null. What is not said with the prefix is
     * as without.
     */
    public static @Nullable S3 read(Settings from, String prefix) {
      String bucket = from.text(prefix + "S3_BUCKET");
      if (bucket == null) {
        return null;
      }
      String access = first(from.secret(prefix + "S3_ACCESS_KEY"), from.secret("S3_ACCESS_KEY"));
      String secret = first(from.secret(prefix + "S3_SECRET_KEY"), from.secret("S3_SECRET_KEY"));
      if (access == null || secret == null) {
        throw new Settings.Wrong(
            "%sS3_BUCKET needs %1$sS3_ACCESS_KEY and %1$sS3_SECRET_KEY beside it."
                .formatted(prefix));
      }
      String region = from.text(prefix + "S3_REGION", from.text("S3_REGION", "us-east-1"));
      String endpoint =
          Objects.requireNonNullElse(
              first(from.text(prefix + "S3_ENDPOINT"), from.text("S3_ENDPOINT")),
              "https://s3." + region + ".amazonaws.com");
      try {
        return new S3(URI.create(endpoint.replaceAll("/+$", "")), bucket, region, access, secret);
      } catch (IllegalArgumentException e) {
        throw new Settings.Wrong(
            prefix + "S3_ENDPOINT must be a URL, but is \"" + endpoint + "\".");
      }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
      return one == null ? other : one;
    }

    @Override
    public String toString() {
      return endpoint + "/" + bucket;
    }
  }

  /** Where files lie while they come in. */
  public Path arrivals() {
    return folder.resolve("arrivals");
  }

  /** Reads them; a value that cannot be used is one sentence for the operator. */
  public static AttachmentSettings read(Settings from) {
    Path data = Path.of(from.text("DATA_DIR", ".data"));
    String folder = from.text("UPLOAD_DIR");
    return new AttachmentSettings(
        (folder == null ? data.resolve("uploads") : Path.of(folder)).toAbsolutePath(),
        megabytes(from.number("MAX_UPLOAD_SIZE_MB", 50, 1, 10_000)),
        megabytes(from.number("MAX_IMAGE_FILE_SIZE_MB", 10, 1, 1_000)),
        megabytes(from.number("UPLOAD_QUOTA_MB", 10_000, 1, 10_000_000)),
        from.text("CLAMD_ADDRESS"),
        S3.read(from, ""));
  }

  private static long megabytes(int many) {
    return (long) many << 20;
  }
}
