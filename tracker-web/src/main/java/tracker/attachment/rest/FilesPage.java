package tracker.attachment.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tracker.attachment.Attachments;
import tracker.attachment.Download;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/**
 * Files of pages: {@code GET /uploads/{id}}, {@code GET /uploads/{id}/preview}, and {@code POST
 * /uploads/{holder}/{id or key}} with a multipart body.
 */
public class FilesPage extends CookieFiles {
  private static final long serialVersionUID = 1L;

  @EJB private transient Attachments attachments;
  @Inject private transient Upload upload;

  @Override
  protected Download found(String[] parts, HttpServletRequest request) {
    Download.Wish wish = Handout.wish(request);
    if (parts.length == 1) {
      return attachments.open(Handout.known(parts[0]), wish);
    } else if (parts.length == 2 && parts[1].equals("preview")) {
      return attachments.preview(Handout.known(parts[0]), wish);
    }
    throw Problem.of(CommonProblem.NOT_FOUND);
  }

  @Override
  protected Object taken(String[] parts, HttpServletRequest request) throws IOException {
    return upload.take(
        parts[0],
        parts[1],
        request.getContentType(),
        request.getContentLengthLong(),
        request.getInputStream());
  }

  @Override
  protected int takenStatus() {
    return HttpServletResponse.SC_CREATED;
  }
}
