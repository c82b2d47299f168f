package tracker.feed.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import tracker.feed.ChangesAsk;
import tracker.identity.Passes;
import tracker.identity.SessionCookie;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.ErrorAnswers;
import tracker.shared.rest.Refusals;

/** The same stream for pages, whose caller is known by a cookie: {@code GET /events}. */
public class EventsPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Streams streams;
  @Inject private transient Passes passes;
  @Inject private transient ErrorAnswers errors;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      check(request);
      String secret =
          SessionCookie.of(request).orElseThrow(() -> Problem.of(CommonProblem.UNAUTHENTICATED));
      ChangesAsk ask =
          Streams.ask(
              request.getHeader(Streams.LAST),
              request.getParameter("after"),
              request.getParameter("project"),
              request.getParameter("entity"));
      streams.open(request, response, passes.ofCookie(secret), ask, true);
    } catch (RuntimeException e) {
      errors.send(response, Refusals.of(e));
    }
  }

  private static void check(HttpServletRequest request) {
    String path = request.getPathInfo();
    if (path != null && !path.equals("/")) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    if (!SessionCookie.isSentByOurPages(request)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    String accept = request.getHeader("Accept");
    if (accept != null
        && !accept.contains(MediaType.SERVER_SENT_EVENTS)
        && !accept.contains(MediaType.WILDCARD)) {
      throw Problem.of(CommonProblem.NOT_ACCEPTABLE);
    }
  }
}
