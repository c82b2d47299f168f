package tracker.shared.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Spool;

/**
 * A body that is a file, or has one in its part {@code file}.
 *
 * @param length what the request says of its length; negative where it does not say
 */
public record SentFile(@Nullable String type, long length, InputStream body)
    implements Spool.Sender {
  private static final String PART = "file";

  @Override
  public void send(OutputStream out) throws IOException {
    if (type == null || !type.startsWith("multipart/")) {
      body.transferTo(out);
      return;
    }
    try {
      sendPart(out);
    } catch (FileUploadException | IllegalArgumentException e) {
      throw new IOException(e); // no multipart at all
    }
  }

  private void sendPart(OutputStream out) throws IOException, FileUploadException {
    FileUpload upload = new FileUpload();
    upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
    FileItemIterator found = upload.getItemIterator(new MultipartBody(type, length, body));
    boolean given = false;
    while (found.hasNext()) {
      FileItemStream part = found.next();
      if (part.isFormField() || !PART.equals(part.getFieldName())) {
        continue;
      }
      if (given) {
        throw Problem.invalid(PART, "invalid.one_file");
      }
      given = true;
      try (InputStream content = part.openStream()) {
        content.transferTo(out);
      }
    }
    if (!given) {
      throw Problem.invalid(PART, "invalid.required");
    }
  }
}
