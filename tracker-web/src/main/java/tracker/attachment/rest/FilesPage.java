package tracker.attachment.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tracker.attachment.AttachmentView;
import tracker.attachment.Attachments;
import tracker.attachment.Download;
import tracker.identity.SessionCookie;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.rest.ErrorAnswers;
import tracker.shared.rest.Refusals;

/**
 * Files for pages, whose caller is known by a cookie: {@code GET /uploads/{id}}, {@code GET
 * /uploads/{id}/preview}, and {@code POST /uploads/{holder}/{id or key}} with a multipart body.
 */
public class FilesPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Attachments attachments;
  @Inject private transient Upload upload;
  @Inject private transient ErrorAnswers errors;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Download download;
    try {
      download = found(parts(request), request);
    } catch (RuntimeException e) {
      errors.send(response, Refusals.of(e));
      return;
    }
    Handout.send(download, response);
  }

  private Download found(String[] parts, HttpServletRequest request) {
    Download.Wish wish = Handout.wish(request);
    if (parts.length == 1) {
      return attachments.open(Handout.known(parts[0]), wish);
    } else if (parts.length == 2 && parts[1].equals("preview")) {
      return attachments.preview(Handout.known(parts[0]), wish);
    }
    throw Problem.of(CommonProblem.NOT_FOUND);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AttachmentView made;
    try {
      if (!SessionCookie.isSentByOurPages(request)) {
        throw Problem.of(CommonProblem.FORBIDDEN);
      }
      String[] parts = parts(request);
      if (parts.length != 2) {
        throw Problem.of(CommonProblem.NOT_FOUND);
      }
      made =
          upload.take(
              parts[0],
              parts[1],
              request.getContentType(),
              request.getContentLengthLong(),
              request.getInputStream());
    } catch (RuntimeException e) {
      errors.send(response, Refusals.of(e));
      return;
    }
    response.setStatus(HttpServletResponse.SC_CREATED);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(Json.write(made).getBytes(StandardCharsets.UTF_8));
  }

  private static String[] parts(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? new String[0] : path.substring(1).split("/", -1);
  }
}
