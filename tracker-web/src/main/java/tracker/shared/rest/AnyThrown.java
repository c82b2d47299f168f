package tracker.shared.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import tracker.identity.Caller;
import tracker.shared.Problem;

/** Whatever is thrown becomes the one shape of errors. */
@Provider
public class AnyThrown implements ExceptionMapper<Throwable> {
  @Inject private Caller caller;
  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable thrown) {
    Problem problem = Refusals.of(thrown);
    Response.ResponseBuilder answer = Response.status(problem.code().status());
    if (thrown instanceof WebApplicationException web) {
      keep(web.getResponse(), answer);
    }
    if (problem.retryAfterSeconds() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
    }
    if (problem.code().status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer
        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
        .entity(ErrorBody.of(problem, locale()))
        .build();
  }

  private static void keep(Response from, Response.ResponseBuilder answer) {
    String allow = from.getHeaderString(HttpHeaders.ALLOW);
    if (allow != null) {
      answer.header(HttpHeaders.ALLOW, allow);
    }
  }

  private Locale locale() {
    return caller.isSignedIn()
        ? caller.locale()
        : Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
