package tracker.work.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import tracker.journal.HistoryEntry;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;
import tracker.work.Explanation;
import tracker.work.NewTask;
import tracker.work.TaskChange;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** Tasks, one at a time. */
@ApplicationScoped
@Path("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TasksResource {
  @EJB private Tasks tasks;
  @Inject private Answers answers;

  @GET
  public Page<TaskView> list(@BeanParam TaskQuery query, @BeanParam Paging paging) {
    return tasks.list(query.ask(), paging.ask());
  }

  @POST
  @Gives(value = TaskView.class, status = 201)
  public Response create(NewTask wanted) {
    TaskView made = tasks.create(wanted);
    return answers.created("/tasks/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(TaskView.class)
  public Response one(@PathParam("id") String id) {
    TaskView found = tasks.one(id);
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(TaskView.class)
  public Response change(@PathParam("id") String id, TaskChange change) {
    TaskView changed = tasks.change(id, change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    tasks.delete(id, answers.ifMatch());
  }

  @POST
  @Path("/{id}/restore")
  @Consumes(MediaType.WILDCARD)
  @Gives(TaskView.class)
  public Response restore(@PathParam("id") String id) {
    TaskView restored = tasks.restore(id);
    return answers.changed(restored, restored.version());
  }

  @GET
  @Path("/{id}/history")
  public Page<HistoryEntry> history(@PathParam("id") String id, @BeanParam Paging paging) {
    return tasks.history(id, paging.ask());
  }

  @GET
  @Path("/{id}/explain")
  public Explanation explain(
      @PathParam("id") String id, @QueryParam("action") @Nullable String action) {
    if (action == null || action.isBlank()) {
      throw Problem.invalid("action", "invalid.required");
    }
    return tasks.explain(id, action);
  }
}
