package tracker.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tracker.exchange.Exports;
import tracker.exchange.TaskFile;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.work.view.ListQuery;

/**
 * The list of a page as a file: {@code GET /export/tasks.csv} with the filters of the list's own
 * address, so that it has what the page shows. Its caller is known by a cookie.
 */
public class ExportedList extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Exports exports;
  @Inject private transient Caller caller;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"/tasks.csv".equals(request.getPathInfo())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    TaskFile file;
    try {
      ListQuery query = ListQuery.read(request.getParameterMap());
      boolean marked = "true".equals(request.getParameter("bom"));
      file = TaskFile.of(exports, query.ask(caller.id(), caller.zone(), clock.now()), marked);
    } catch (Problem problem) {
      response.sendError(problem.code().status());
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    file.headers().forEach(response::setHeader);
    file.writeTo(response.getOutputStream());
  }
}
