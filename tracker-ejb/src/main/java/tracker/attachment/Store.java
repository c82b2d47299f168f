package tracker.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where the bytes of files lie, under names of ours. A name is written once; what is written is on
 * the disk, or acknowledged by the bucket, when {@link #keep} returns.
 */
public sealed interface Store permits Folder, Bucket {
  /** Takes a file over under this name; the file may be gone afterwards. */
  void keep(String name, Path file);

  /** Bytes from this place on; the caller reads as many as it wants and closes. */
  InputStream open(String name, long from) throws IOException;

  /** Removes it; nothing where it is not there. */
  void remove(String name);

  /** Names that are there since before this time. */
  void eachBefore(Instant time, Consumer<String> name);

  /** The one that these settings ask for. */
  static Store of(AttachmentSettings settings, Supplier<Instant> clock) {
    AttachmentSettings.S3 bucket = settings.bucket();
    return bucket == null ? new Folder(settings.folder()) : in(bucket, clock);
  }

  /** One in this bucket; names there may have slashes. */
  static Store in(AttachmentSettings.S3 bucket, Supplier<Instant> clock) {
    return new Bucket(bucket, clock);
  }
}
