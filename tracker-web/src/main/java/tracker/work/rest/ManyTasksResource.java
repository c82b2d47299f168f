package tracker.work.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.Gives;
import tracker.work.BulkResult;
import tracker.work.NewTask;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** Many tasks in one call. */
@ApplicationScoped
@Path("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ManyTasksResource {
  @EJB private Tasks tasks;

  /** Tasks to be created, 1 to 500. */
  public record Batch(@Nullable List<NewTask> tasks) {}

  /** The tasks that were created, in the order of the call. */
  public record Made(List<TaskView> items) {}

  /** Tasks and the status that they are to have. */
  public record StatusForMany(@Nullable List<UUID> ids, @Nullable String status) {}

  @POST
  @Path("/batch")
  @Gives(value = Made.class, status = 201, versioned = false)
  public Response batch(Batch batch) {
    List<TaskView> made = tasks.createAll(given("tasks", present(batch).tasks()));
    return Response.status(Response.Status.CREATED).entity(new Made(made)).build();
  }

  @POST
  @Path("/bulk-status")
  public BulkResult bulkStatus(StatusForMany wanted) {
    List<UUID> ids = given("ids", present(wanted).ids());
    return tasks.bulkStatus(ids, given("status", wanted.status()));
  }

  // a body of `null` arrives as null
  private static <T> T present(@Nullable T body) {
    if (body == null) {
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    }
    return body;
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.invalid(field, "invalid.required");
    }
    return value;
  }
}
