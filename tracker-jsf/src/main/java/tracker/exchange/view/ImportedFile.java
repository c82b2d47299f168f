package tracker.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracker.exchange.ImportAsk;
import tracker.exchange.ImportResult;
import tracker.exchange.Imports;
import tracker.identity.Caller;
import tracker.identity.SessionCookie;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Texts;

/**
 * A file from the page of imports: {@code POST /import-file/{KEY}} with the file as its body,
 * {@code dry_run} and {@code column} as over REST. Its caller is known by a cookie.
 */
public class ImportedFile extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Imports imports;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (!SessionCookie.isSentByOurPages(request)) {
        throw Problem.of(CommonProblem.FORBIDDEN);
      }
      ImportAsk ask = ask(request);
      imports.offer(ask);
      byte[] file = request.getInputStream().readNBytes(Imports.LARGEST + 1);
      take(ask, file, "true".equals(request.getParameter("dry_run")), response);
    } catch (Problem problem) {
      write(response, problem.code().status(), told(problem, List.of()));
    }
  }

  private static ImportAsk ask(HttpServletRequest request) {
    String path = request.getPathInfo();
    String[] said = request.getParameterValues("column");
    return new ImportAsk(
        path == null ? null : path.substring(1), said == null ? List.of() : List.of(said), null);
  }

  /** A file that only lacks a title comes back with its columns, so that one can be chosen. */
  private void take(ImportAsk ask, byte[] file, boolean trial, HttpServletResponse response)
      throws IOException {
    try {
      ImportResult result = trial ? imports.preview(ask, file) : imports.tasks(ask, file);
      write(response, HttpServletResponse.SC_OK, result);
    } catch (Problem problem) {
      if (!problem.fields().containsKey("file")) {
        throw problem;
      }
      write(response, problem.code().status(), told(problem, imports.columns(ask, file)));
    }
  }

  /** In one sentence: the page has one place for it. */
  private Map<String, Object> told(Problem problem, List<ImportResult.Column> columns) {
    Texts texts = Texts.in(caller.locale());
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("code", problem.code().name());
    told.put(
        "message",
        texts.say(problem.fields().values().stream().findFirst().orElse(problem.text())));
    return Map.of("error", told, "columns", columns);
  }

  private static void write(HttpServletResponse response, int status, Object body)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
  }
}
