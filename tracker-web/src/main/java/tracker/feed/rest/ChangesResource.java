package tracker.feed.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import tracker.feed.Changes;
import tracker.feed.ChangesAsk;
import tracker.feed.ChangesPart;

/** The feed of changes, part by part. */
@ApplicationScoped
@Path("/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {
  @EJB private Changes changes;

  @GET
  public ChangesPart list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("project") @Nullable String project,
      @QueryParam("entity") @Nullable String entity) {
    return changes.after(ChangesAsk.of(after, limit, project, entity));
  }
}
