package tracker.attachment.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tracker.attachment.Download;
import tracker.identity.SessionCookie;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.rest.ErrorAnswers;
import tracker.shared.rest.Refusals;

/**
 * Gives bytes out and takes them in for pages, whose caller is known by a cookie: what comes in has
 * to be sent by our pages.
 */
public abstract class CookieFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ErrorAnswers errors;

  /** What lies under this path; its parts are those after the servlet's. */
  protected abstract Download found(String[] parts, HttpServletRequest request);

  /** Takes the request's body under this path, and tells what became of it. */
  protected abstract Object taken(String[] parts, HttpServletRequest request) throws IOException;

  /** The status of an answer to what was taken. */
  protected abstract int takenStatus();

  @Override
  protected final void doGet(HttpServletRequest request, HttpServletResponse response)
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

  @Override
  protected final void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object made;
    try {
      if (!SessionCookie.isSentByOurPages(request)) {
        throw Problem.of(CommonProblem.FORBIDDEN);
      }
      String[] parts = parts(request);
      if (parts.length != 2) {
        throw Problem.of(CommonProblem.NOT_FOUND);
      }
      made = taken(parts, request);
    } catch (RuntimeException e) {
      errors.send(response, Refusals.of(e));
      return;
    }
    response.setStatus(takenStatus());
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(Json.write(made).getBytes(StandardCharsets.UTF_8));
  }

  private static String[] parts(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? new String[0] : path.substring(1).split("/", -1);
  }
}
