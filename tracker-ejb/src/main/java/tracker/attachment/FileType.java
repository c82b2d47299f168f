package tracker.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, by its content; the name only tells kinds apart that look alike, such as a
 * document in a ZIP. Programs, and pages that a browser would run, are not taken.
 */
final class FileType {
  private static final Tika TIKA = new Tika();
  private static final String UNKNOWN = "application/octet-stream";

  private static final List<String> TAKEN =
      List.of(
          "image/",
          "audio/",
          "video/",
          "text/",
          "application/vnd.openxmlformats-officedocument.",
          "application/vnd.oasis.opendocument.",
          "application/vnd.ms-");
  private static final Set<String> TAKEN_WHOLE =
      Set.of(
          "application/pdf",
          "application/json",
          "application/xml",
          "application/rtf",
          "application/msword",
          "application/x-tika-msoffice",
          "application/x-tika-ooxml",
          "application/zip",
          "application/gzip",
          "application/x-7z-compressed",
          "application/x-rar-compressed",
          "application/x-tar",
          "application/x-bzip2",
          "application/x-xz",
          "application/zstd",
          "application/epub+zip",
          "application/dxf",
          "application/x-sql",
          "message/rfc822");
  private static final Set<String> RUN_BY_BROWSERS =
      Set.of("text/html", "text/javascript", "application/javascript", "image/svg+xml");

  private FileType() {}

  /** Its media type, such as {@code image/png}. */
  static String of(Path file, String name) throws IOException {
    if (Files.size(file) == 0) {
      return "text/plain";
    }
    String alone = detected(file, null);
    // a name makes nothing known of bytes that are unknown
    return alone.equals(UNKNOWN) ? UNKNOWN : detected(file, name);
  }

  private static String detected(Path file, @Nullable String name) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return name == null ? TIKA.detect(in) : TIKA.detect(in, name);
    }
  }

  static boolean isTaken(String type) {
    return !RUN_BY_BROWSERS.contains(type)
        && (TAKEN_WHOLE.contains(type) || TAKEN.stream().anyMatch(type::startsWith));
  }

  /** Whether a preview of it can be made. */
  static boolean isPicture(String type) {
    return Set.of("image/png", "image/jpeg", "image/gif", "image/bmp").contains(type);
  }
}
