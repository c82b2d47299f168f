package tracker.shared.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Texts;

/** What the server itself refuses, outside of REST: JSON for programs, a small page for people. */
public class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = problem(request);
    Locale locale = Languages.preferred(request.getHeader("Accept-Language"));
    boolean person = wantsPage(request);
    response.setStatus(problem.code().status());
    response.setHeader("Cache-Control", "no-store");
    if (problem.retryAfterSeconds() != null) {
      response.setHeader("Retry-After", problem.retryAfterSeconds().toString());
    }
    String body = person ? page(request, problem, locale) : json(problem, locale);
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'");
    response.setContentType(person ? "text/html;charset=UTF-8" : "application/json;charset=UTF-8");
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem problem(HttpServletRequest request) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable throwable) {
      return Refusals.of(throwable);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return Refusals.of(status instanceof Integer number ? number : 404);
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String path = original(request);
    String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains("text/html")
        && !path.startsWith(request.getContextPath() + ApiPaths.PREFIX + "/");
  }

  private static String original(HttpServletRequest request) {
    @Nullable Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return uri == null ? "" : uri.toString();
  }

  private static String json(Problem problem, Locale locale) {
    return Json.write(ErrorBody.of(problem, locale));
  }

  /** Refuses as JSON, for a program that is turned away before anything else looks at it. */
  public static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    Locale locale = Languages.preferred(request.getHeader("Accept-Language"));
    response.setStatus(problem.code().status());
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(json(problem, locale).getBytes(StandardCharsets.UTF_8));
  }

  private static String page(HttpServletRequest request, Problem problem, Locale locale) {
    Texts texts = Texts.in(locale);
    return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s · Gerask</title><link rel="stylesheet" href="%s/error.css"></head>
        <body><main><p class="code">%d</p><h1>%s</h1><p><a href="%s/">%s</a></p></main></body></html>
        """
        .formatted(
            locale.getLanguage(),
            problem.code().status(),
            request.getContextPath(),
            problem.code().status(),
            texts.say(problem.text()),
            request.getContextPath(),
            texts.say("error.home"));
  }
}
