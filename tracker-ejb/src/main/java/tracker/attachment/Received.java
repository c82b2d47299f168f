package tracker.attachment;

import java.nio.file.Path;

/**
 * A file that came in and was found good; it lies in the folder of arrivals until it is kept.
 *
 * @param name without a path, at most 255 characters
 * @param sha256 in hexadecimal digits
 */
public record Received(Path file, String name, long size, String contentType, String sha256) {}
