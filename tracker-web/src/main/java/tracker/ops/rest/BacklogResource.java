package tracker.ops.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.ops.Backlog;
import tracker.ops.BacklogAsk;
import tracker.ops.BacklogProblem;
import tracker.ops.BacklogRow;
import tracker.ops.BacklogSummary;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Work that is done later, for administrators. */
@Path("/admin/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BacklogResource {
  @EJB private Backlog backlog;

  @GET
  public Page<BacklogRow> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("kind") @Nullable String kind,
      @BeanParam Paging paging) {
    return backlog.list(BacklogAsk.of(state, kind, paging.ask()));
  }

  @GET
  @Path("/summary")
  public BacklogSummary summary() {
    return backlog.summary();
  }

  @GET
  @Path("/{id}")
  public BacklogRow one(@PathParam("id") String id) {
    return backlog.one(known(id));
  }

  @POST
  @Path("/{id}/retry")
  @Consumes(MediaType.WILDCARD)
  @Gives(value = BacklogRow.class, status = 202, versioned = false)
  public Response retry(@PathParam("id") String id) {
    return Response.accepted(backlog.retry(known(id))).build();
  }

  @DELETE
  @Path("/{id}")
  public void cancel(@PathParam("id") String id) {
    backlog.cancel(known(id));
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(BacklogProblem.WORK_NOT_FOUND);
    }
    return id;
  }
}
