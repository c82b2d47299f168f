package tracker.parcel;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.attachment.MovedFiles;
import tracker.shared.Ids;

/**
 * A project on its way out: its rows are written down already, in files without a name that are
 * gone with their streams; the bytes of its files are read while it is sent.
 */
public final class ParcelFile {
  private static final Logger LOG = Logger.getLogger(ParcelFile.class.getName());

  private final String key;
  private final InputStream text;
  private final InputStream files;
  private final @Nullable MovedFiles contents;

  /**
   * A project of this key.
   *
   * @param contents where the bytes of its files are; null where they are left out
   */
  ParcelFile(String key, InputStream text, InputStream files, @Nullable MovedFiles contents) {
    this.key = key;
    this.text = text;
    this.files = files;
    this.contents = contents;
  }

  /** The headers of the answer. */
  public Map<String, String> headers() {
    return Map.of(
        "Content-Type",
        "application/json",
        "Content-Disposition",
        "attachment; filename=\"" + key + ".json\"");
  }

  public void writeTo(OutputStream out) throws IOException {
    try (text;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(files, StandardCharsets.UTF_8))) {
      text.transferTo(out);
      boolean first = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        say(out, first ? "" : ",");
        first = false;
        say(out, line.substring(0, line.length() - 1));
        say(out, ",\"content\":");
        content(id(line), out);
        say(out, "}");
      }
      say(out, "]}");
    }
  }

  // the id is the first field of each
  private static UUID id(String line) {
    UUID id = Ids.parse(line.substring("{'id':'".length()).substring(0, 36));
    if (id == null) {
      throw new IllegalStateException("A file without an id");
    }
    return id;
  }

  private void content(UUID id, OutputStream out) throws IOException {
    InputStream found = opened(id);
    if (found == null) {
      say(out, "null");
      return;
    }
    try (found) {
      say(out, "\"");
      try (OutputStream encoded = Base64.getEncoder().wrap(new Open(out))) {
        found.transferTo(encoded);
      }
      say(out, "\"");
    }
  }

  private @Nullable InputStream opened(UUID id) {
    if (contents == null) {
      return null;
    }
    try {
      return contents.content(id);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The file {0} leaves without its bytes: {1}", new Object[] {id, e});
      return null;
    }
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(StandardCharsets.UTF_8));
  }

  /** What is encoded ends; what it is written to goes on. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int many) throws IOException {
      out.write(bytes, from, many);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
