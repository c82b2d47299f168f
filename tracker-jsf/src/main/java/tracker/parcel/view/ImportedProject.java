package tracker.parcel.view;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.identity.SessionCookie;
import tracker.parcel.ParcelResult;
import tracker.parcel.Parcels;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Spool;
import tracker.shared.Text;
import tracker.shared.Texts;

/**
 * A project from the page of projects: {@code POST /import-project} with the document as its body,
 * {@code dry_run} and {@code key} as over REST. Its caller is known by a cookie.
 */
public class ImportedProject extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Fields whose words are told without a place: the page has these itself. */
  private static final Set<String> PLACELESS = Set.of("file", "key", "project.id");

  @Inject private transient Parcels parcels;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (!SessionCookie.isSentByOurPages(request)) {
        throw Problem.of(CommonProblem.FORBIDDEN);
      }
      String said = request.getParameter("key");
      String key = said == null || said.isBlank() ? null : said.strip();
      boolean trial = "true".equals(request.getParameter("dry_run"));
      parcels.offer(key);
      InputStream body = request.getInputStream();
      write(response, HttpServletResponse.SC_OK, took(body, key, trial));
    } catch (Problem problem) {
      write(response, problem.code().status(), told(problem));
    }
  }

  private ParcelResult took(InputStream body, @Nullable String key, boolean trial) {
    return new Spool(parcels.largest())
        .with(
            body::transferTo,
            file -> trial ? parcels.preview(file, key) : parcels.bring(file, key));
  }

  /** In one sentence, with its place where it has one. */
  private Map<String, Object> told(Problem problem) {
    Texts texts = Texts.in(caller.locale());
    String message = texts.say(problem.text());
    for (Map.Entry<String, Text> field : problem.fields().entrySet()) {
      String words = texts.say(field.getValue());
      message = PLACELESS.contains(field.getKey()) ? words : field.getKey() + ": " + words;
      break;
    }
    boolean key = problem.fields().containsKey("key");
    return Map.of("error", Map.of("code", problem.code().name(), "message", message, "key", key));
  }

  private static void write(HttpServletResponse response, int status, Object body)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
  }
}
