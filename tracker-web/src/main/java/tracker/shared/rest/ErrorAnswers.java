package tracker.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tracker.identity.Caller;
import tracker.shared.Json;
import tracker.shared.Problem;

/** Dresses a refusal for the caller, in the caller's language. */
@ApplicationScoped
public class ErrorAnswers {
  @Inject private Caller caller;
  @Inject private HttpServletRequest request;

  /** The answer of REST to whatever was thrown. */
  public Response of(Throwable thrown) {
    Problem problem = Refusals.of(thrown);
    Response.ResponseBuilder answer = Response.status(problem.code().status());
    if (thrown instanceof WebApplicationException web) {
      String allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
      if (allow != null) {
        answer.header(HttpHeaders.ALLOW, allow);
      }
    }
    headers(problem).forEach(answer::header);
    return answer
        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
        .entity(body(problem))
        .build();
  }

  /** The words of a refusal. */
  public ErrorBody body(Problem problem) {
    return ErrorBody.of(problem, locale());
  }

  /** Refuses outside of REST, in a filter. */
  public void send(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.code().status());
    headers(problem).forEach(response::setHeader);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(Json.write(body(problem)).getBytes(StandardCharsets.UTF_8));
  }

  /** What goes with a refusal: when to try again, how to sign in. */
  static Map<String, String> headers(Problem problem) {
    Map<String, String> headers = new TreeMap<>();
    if (problem.retryAfterSeconds() != null) {
      headers.put(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
    }
    if (problem.code().status() == 401) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return headers;
  }

  private Locale locale() {
    return caller.isSignedIn()
        ? caller.locale()
        : Languages.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
