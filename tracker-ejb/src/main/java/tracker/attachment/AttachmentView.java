package tracker.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file.
 *
 * @param name as it was called where it came from, without a path
 * @param size in bytes
 * @param contentType as its content says
 * @param sha256 in hexadecimal digits
 * @param url where it is downloaded, within the application
 * @param previewUrl where a small picture of it is; null where there is none (yet)
 * @param createdBy who brought it
 * @param deletedAt since when it lies in the trash; null while it does not
 */
public record AttachmentView(
    UUID id,
    String name,
    long size,
    String contentType,
    String sha256,
    String url,
    @Nullable String previewUrl,
    UUID createdBy,
    Instant createdAt,
    @Nullable Instant deletedAt,
    long version) {}
