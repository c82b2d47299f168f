package tracker.exchange.view;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tracker.exchange.ImportAnswer;
import tracker.exchange.ImportAsk;
import tracker.exchange.ImportProblem;
import tracker.exchange.ImportResult;
import tracker.exchange.Imports;
import tracker.exchange.LongImport;
import tracker.exchange.LongImports;
import tracker.identity.Caller;
import tracker.identity.SessionCookie;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Spool;
import tracker.shared.Texts;

/**
 * A file from the page of imports: {@code POST /import-file/{KEY}} with the file as its body,
 * {@code dry_run} and {@code column} as over REST; how far a long one is: {@code GET} with {@code
 * job}; {@code POST} with {@code cancel} stops it. Its caller is known by a cookie.
 */
public class ImportedFile extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Imports imports;
  @Inject private transient LongImports longImports;
  @Inject private transient Caller caller;

  /** What is done for a request. */
  private interface Act {
    void run() throws IOException;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    told(response, () -> write(response, HttpServletResponse.SC_OK, job(request, "job")));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    told(response, () -> post(request, response));
  }

  private void told(HttpServletResponse response, Act act) throws IOException {
    try {
      act.run();
    } catch (Problem problem) {
      write(response, problem.code().status(), told(problem, List.of()));
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!SessionCookie.isSentByOurPages(request)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    if (request.getParameter("cancel") != null) {
      LongImport job = job(request, "cancel");
      // one that has just ended is told as it is
      LongImport now = job.endedAt() == null ? longImports.cancel(job.id()) : job;
      write(response, HttpServletResponse.SC_OK, now);
      return;
    }
    ImportAsk ask = ask(request);
    imports.offer(ask);
    InputStream body = request.getInputStream();
    Answer answer =
        new Spool(Imports.LARGEST)
            .with(
                body::transferTo,
                file -> take(ask, file, "true".equals(request.getParameter("dry_run"))));
    write(response, answer.status(), answer.body());
  }

  private LongImport job(HttpServletRequest request, String parameter) {
    UUID id = Ids.parse(request.getParameter(parameter));
    if (id == null) {
      throw Problem.of(ImportProblem.IMPORT_NOT_FOUND);
    }
    return longImports.one(id);
  }

  private record Answer(int status, Object body) {}

  private static ImportAsk ask(HttpServletRequest request) {
    String path = request.getPathInfo();
    String[] said = request.getParameterValues("column");
    return new ImportAsk(
        path == null ? null : path.substring(1), said == null ? List.of() : List.of(said), null);
  }

  /** A file that only lacks a title comes back with its columns, so that one can be chosen. */
  private Answer take(ImportAsk ask, Path file, boolean trial) {
    try {
      ImportAnswer answer = trial ? imports.preview(ask, file) : imports.tasks(ask, file);
      return answer.job() == null
          ? new Answer(HttpServletResponse.SC_OK, Objects.requireNonNull(answer.result()))
          : new Answer(HttpServletResponse.SC_ACCEPTED, answer.job());
    } catch (Problem problem) {
      if (!problem.fields().containsKey("file")) {
        throw problem;
      }
      return new Answer(problem.code().status(), told(problem, imports.columns(ask, file)));
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
