package tracker.feed.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import tracker.feed.ChangeView;
import tracker.feed.ChangesAsk;
import tracker.identity.Passes;
import tracker.shared.rest.Gives;

/** The feed of changes as Server-Sent Events. */
@Path("/events")
public class EventsResource {
  private static final int BEARER = "Bearer ".length();

  @Inject private Streams streams;
  @Inject private Passes passes;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  // the answer is never resumed: the stream writes by itself, without waiting for its reader
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Gives(value = ChangeView.class, versioned = false)
  public void stream(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam(Streams.LAST) @Nullable String last,
      @QueryParam("after") @Nullable String after,
      @QueryParam("project") @Nullable String project,
      @QueryParam("entity") @Nullable String entity,
      @Suspended AsyncResponse answer) {
    ChangesAsk ask = Streams.ask(last, after, project, entity);
    String token = authorization.substring(BEARER).strip();
    streams.open(request, response, passes.ofToken(token), ask, false);
  }
}
