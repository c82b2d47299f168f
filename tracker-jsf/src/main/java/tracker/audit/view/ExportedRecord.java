package tracker.audit.view;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import tracker.audit.Audit;
import tracker.audit.AuditFile;
import tracker.shared.Problem;

/**
 * The record as a file: {@code GET /export/audit/changes.csv} and {@code .jsonl} with the filters
 * of the page's own address, so that it has what the page shows. Its caller is known by a cookie.
 */
public class ExportedRecord extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "/changes.";

  @Inject private transient Audit audit;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Optional<AuditFile.Kind> kind =
        path != null && path.startsWith(NAME)
            ? AuditFile.Kind.of(path.substring(NAME.length()))
            : Optional.empty();
    if (kind.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    AuditFile file;
    try {
      file = audit.file(AuditQuery.read(request::getParameter).ask(), kind.get());
    } catch (Problem problem) {
      response.sendError(problem.code().status());
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    file.headers().forEach(response::setHeader);
    file.writeTo(response.getOutputStream());
  }
}
