package tracker.bulk.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import tracker.bulk.BulkAnswer;
import tracker.bulk.BulkProblem;
import tracker.bulk.BulkView;
import tracker.bulk.Bulks;
import tracker.bulk.NewBulk;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.work.BulkResult;

/** Changes of many tasks. */
@Path("/tasks/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BulksResource {
  @EJB private Bulks bulks;
  @Inject private Answers answers;

  @POST
  @Gives(value = BulkResult.class, versioned = false)
  public Response change(NewBulk wanted, @QueryParam("dry_run") @Nullable String dry) {
    boolean only = Flag.of("dry_run", dry);
    BulkAnswer answer = bulks.change(only ? tried(wanted) : wanted);
    BulkView job = answer.job();
    return job == null
        ? Response.ok(answer.result()).build()
        : Response.accepted(job).location(answers.location("/tasks/bulk/" + job.id())).build();
  }

  private static NewBulk tried(@Nullable NewBulk wanted) {
    if (wanted == null) {
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    }
    return new NewBulk(wanted.ids(), wanted.q(), wanted.set(), true);
  }

  @GET
  @Path("/{id}")
  public BulkView one(@PathParam("id") String id) {
    return bulks.one(known(id));
  }

  @POST
  @Path("/{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  public BulkView cancel(@PathParam("id") String id) {
    return bulks.cancel(known(id));
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(BulkProblem.BULK_NOT_FOUND);
    }
    return id;
  }
}
