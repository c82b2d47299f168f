package tracker.attachment.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.jspecify.annotations.Nullable;
import tracker.attachment.Arrivals;
import tracker.attachment.AttachmentProblem;
import tracker.attachment.AttachmentView;
import tracker.attachment.Attachments;
import tracker.attachment.Received;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.MultipartBody;

/** Takes a file out of a multipart body while it comes in: nothing of it is held in memory. */
@ApplicationScoped
public class Upload {
  private static final String PART = "file";
  // what a multipart body has around its file
  private static final long AROUND = 64 << 10;

  @EJB private Attachments attachments;
  @Inject private Arrivals arrivals;

  /**
   * Hangs the part {@code file} of a body on a thing. Who may not is refused before it is read.
   *
   * @param length what the request says of its length; negative where it does not say
   */
  AttachmentView take(
      String holder, String idOrKey, @Nullable String type, long length, InputStream body) {
    attachments.offer(holder, idOrKey, Math.max(0, length - AROUND));
    if (length > arrivals.largest() + AROUND) {
      throw Problem.of(AttachmentProblem.FILE_TOO_LARGE, arrivals.largest() >> 20);
    }
    Received file = received(new MultipartBody(type, length, body), arrivals::receive);
    try {
      return attachments.add(holder, idOrKey, file);
    } finally {
      // gone already where it was kept
      arrivals.forget(file);
    }
  }

  /** How the content of a part is taken. */
  private interface Taking {
    Received from(InputStream content, String name) throws IOException;
  }

  /**
   * Receives the part {@code file} of a body as a picture and lets somebody keep it.
   *
   * @param length what the request says of its length; negative where it does not say
   */
  public <T> T picture(
      @Nullable String type, long length, InputStream body, Function<Received, T> keeping) {
    if (length > arrivals.largestPicture() + AROUND) {
      throw Problem.of(AttachmentProblem.FILE_TOO_LARGE, arrivals.largestPicture() >> 20);
    }
    Received file = received(new MultipartBody(type, length, body), arrivals::receivePicture);
    try {
      return keeping.apply(file);
    } finally {
      arrivals.forget(file);
    }
  }

  private Received received(MultipartBody body, Taking taking) {
    Received file = null;
    boolean whole = false;
    try {
      FileUpload parts = new FileUpload();
      parts.setHeaderEncoding(StandardCharsets.UTF_8.name());
      FileItemIterator found = parts.getItemIterator(body);
      while (found.hasNext()) {
        FileItemStream part = found.next();
        if (part.isFormField() || !PART.equals(part.getFieldName())) {
          continue;
        }
        if (file != null) {
          throw Problem.invalid(PART, "invalid.one_file");
        }
        String name = part.getName();
        file = taking.from(part.openStream(), name == null ? "" : name);
      }
      whole = true;
    } catch (FileUploadException | IOException | IllegalArgumentException e) {
      // broken off, or no multipart at all
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    } finally {
      if (!whole && file != null) {
        arrivals.forget(file);
      }
    }
    if (file == null) {
      throw Problem.invalid(PART, "invalid.required");
    }
    return file;
  }
}
