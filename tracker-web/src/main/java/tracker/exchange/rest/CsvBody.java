package tracker.exchange.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.jspecify.annotations.Nullable;
import tracker.exchange.Imports;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.MultipartBody;

/** Takes a table out of a body; it is small enough for memory, or refused. */
final class CsvBody {
  private static final String PART = "file";

  private CsvBody() {}

  static byte[] ofPart(@Nullable String type, long length, InputStream body) {
    byte[] file = null;
    try {
      FileUpload parts = new FileUpload();
      parts.setHeaderEncoding(StandardCharsets.UTF_8.name());
      FileItemIterator found = parts.getItemIterator(new MultipartBody(type, length, body));
      while (found.hasNext()) {
        FileItemStream part = found.next();
        if (part.isFormField() || !PART.equals(part.getFieldName())) {
          continue;
        }
        if (file != null) {
          throw Problem.invalid(PART, "invalid.one_file");
        }
        file = whole(part.openStream());
      }
    } catch (FileUploadException | IOException | IllegalArgumentException e) {
      // broken off, or no multipart at all
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    }
    if (file == null) {
      throw Problem.invalid(PART, "invalid.required");
    }
    return file;
  }

  static byte[] whole(InputStream body) {
    try {
      byte[] file = body.readNBytes(Imports.LARGEST + 1);
      if (file.length > Imports.LARGEST) {
        throw Problem.of(CommonProblem.BODY_TOO_LARGE);
      }
      return file;
    } catch (IOException e) {
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    }
  }
}
