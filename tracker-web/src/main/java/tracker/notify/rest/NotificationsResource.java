package tracker.notify.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
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
import tracker.notify.FailedOnes;
import tracker.notify.FailedView;
import tracker.notify.JobView;
import tracker.notify.JobsAsk;
import tracker.notify.NewCall;
import tracker.notify.NewEmail;
import tracker.notify.Notifications;
import tracker.notify.NotifyProblem;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Messages that leave the house, and what became of them. */
@Path("/notify")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NotificationsResource {
  @EJB private Notifications notifications;
  @Inject private Answers answers;

  @POST
  @Path("/email")
  @Gives(value = JobView.class, status = 202, versioned = false)
  public Response email(NewEmail wanted) {
    return accepted(notifications.email(wanted));
  }

  @POST
  @Path("/webhook")
  @Gives(value = JobView.class, status = 202, versioned = false)
  public Response webhook(NewCall wanted) {
    return accepted(notifications.call(wanted));
  }

  @GET
  @Path("/jobs")
  public Page<JobView> jobs(
      @QueryParam("status") @Nullable String status,
      @QueryParam("type") @Nullable String type,
      @BeanParam Paging paging) {
    return notifications.list(JobsAsk.of(status, type, paging.ask()));
  }

  @GET
  @Path("/jobs/{id}")
  public JobView one(@PathParam("id") String id) {
    return notifications.one(known(id, NotifyProblem.JOB_NOT_FOUND));
  }

  @DELETE
  @Path("/jobs/{id}")
  public void cancel(@PathParam("id") String id) {
    notifications.cancel(known(id, NotifyProblem.JOB_NOT_FOUND));
  }

  @GET
  @Path("/failed")
  public Page<FailedView> failed(@BeanParam Paging paging) {
    return notifications.failed(paging.ask());
  }

  @POST
  @Path("/failed/{id}/replay")
  @Consumes(MediaType.WILDCARD)
  @Gives(value = JobView.class, status = 202, versioned = false)
  public Response replay(@PathParam("id") String id) {
    return accepted(notifications.replay(known(id, NotifyProblem.FAILED_NOT_FOUND)));
  }

  @POST
  @Path("/failed/replay")
  @Gives(value = FailedOnes.Replayed.class, status = 202, versioned = false)
  public Response replay(FailedOnes wanted) {
    return Response.accepted(notifications.replay(wanted)).build();
  }

  @POST
  @Path("/failed/drop")
  public FailedOnes.Dropped drop(FailedOnes wanted) {
    return notifications.drop(wanted);
  }

  @DELETE
  @Path("/failed/{id}")
  public void drop(@PathParam("id") String id) {
    notifications.drop(known(id, NotifyProblem.FAILED_NOT_FOUND));
  }

  private Response accepted(JobView job) {
    return Response.accepted(job).location(answers.location("/notify/jobs/" + job.id())).build();
  }

  // what is no id is the id of nothing
  private static UUID known(String text, NotifyProblem unknown) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(unknown);
    }
    return id;
  }
}
