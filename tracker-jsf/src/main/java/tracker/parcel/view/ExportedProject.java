package tracker.parcel.view;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tracker.parcel.ParcelFile;
import tracker.parcel.Parcels;
import tracker.shared.Problem;

/**
 * A whole project as a file: {@code GET /export/project/{KEY}.json}, with {@code files=false}
 * without the bytes of its files. Its caller is known by a cookie.
 */
public class ExportedProject extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ENDING = ".json";

  @Inject private transient Parcels parcels;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    if (path == null || !path.endsWith(ENDING)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ParcelFile file;
    try {
      String key = path.substring(1, path.length() - ENDING.length());
      file = parcels.export(key, !"false".equals(request.getParameter("files")));
    } catch (Problem problem) {
      response.sendError(problem.code().status());
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    file.headers().forEach(response::setHeader);
    file.writeTo(response.getOutputStream());
  }
}
