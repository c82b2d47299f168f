package tracker.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer that gives a file, or a part of it, to somebody who may have it. */
public final class Download {
  private final Store store;
  private final String stored;
  private final @Nullable ByteRange part;
  private final long size;
  private final boolean known;
  private final Map<String, String> headers = new LinkedHashMap<>();

  /** What a request says of the bytes it wants: its headers of these names. */
  public record Wish(
      @Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {}

  private Download(Store store, String stored, String tag, long size, Wish wish) {
    this.store = store;
    this.stored = stored;
    this.size = size;
    boolean current = wish.ifRange() == null || wish.ifRange().equals(tag);
    Optional<ByteRange> asked = current ? ByteRange.of(wish.range(), size) : Optional.empty();
    this.part = asked.orElse(null);
    this.known = wish.ifNoneMatch() != null && wish.ifNoneMatch().contains(tag);
    headers.put("ETag", tag);
    headers.put("Accept-Ranges", "bytes");
    headers.put("Cache-Control", "private, no-cache");
    // whatever is in it, a browser keeps it apart from our pages
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "default-src 'none'; sandbox");
    asked.ifPresent(
        range ->
            headers.put(
                "Content-Range", "bytes %d-%d/%d".formatted(range.from(), range.to(), size)));
  }

  /** The file itself, to be saved. */
  static Download file(Store store, AttachmentView file, Wish wish) {
    Download download =
        new Download(store, file.id().toString(), tag(file.sha256()), file.size(), wish);
    download.headers.put("Content-Type", file.contentType());
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String plain = file.name().replaceAll("[^\\x20-\\x7e]|[\\\\\";]", "_");
    download.headers.put(
        "Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + name);
    return download;
  }

  /** The small picture of it, to be shown. */
  static Download preview(Store store, AttachmentView file, long size, Wish wish) {
    Download download =
        new Download(
            store, Preview.name(file.id()), tag("p" + file.sha256().substring(1)), size, wish);
    download.headers.put("Content-Type", Preview.TYPE);
    download.headers.put("Content-Disposition", "inline");
    return download;
  }

  /** Bytes that never change under their name, to be shown and kept by the browser. */
  static Download forever(Store store, String name, String type, long size, Wish wish) {
    Download download = new Download(store, name, tag(name), size, wish);
    download.headers.put("Content-Type", type);
    download.headers.put("Content-Disposition", "inline");
    download.headers.put("Cache-Control", "private, max-age=31536000, immutable");
    return download;
  }

  private static String tag(String text) {
    return "\"" + text + "\"";
  }

  /** 200, 206 or 304. */
  public int status() {
    return known ? 304 : part == null ? 200 : 206;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** How many bytes {@link #writeTo} writes. */
  public long length() {
    return known ? 0 : part == null ? size : part.length();
  }

  /** Writes the bytes. */
  public void writeTo(OutputStream out) throws IOException {
    long left = length();
    if (left == 0) {
      return;
    }
    byte[] buffer = new byte[64 << 10];
    try (InputStream in = store.open(stored, part == null ? 0 : part.from())) {
      while (left > 0) {
        int many = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (many < 0) {
          throw new EOFException("The file " + stored + " is shorter than its row says");
        }
        out.write(buffer, 0, many);
        left -= many;
      }
    }
  }
}
