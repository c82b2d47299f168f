package tracker.workflow.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Gives;
import tracker.workflow.NewWorkflow;
import tracker.workflow.WorkflowView;
import tracker.workflow.Workflows;

/** Statuses of a project and the ways between them. */
@ApplicationScoped
@Path("/projects/{id}/workflow")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WorkflowResource {
  @EJB private Workflows workflows;
  @Inject private Answers answers;

  @GET
  @Gives(WorkflowView.class)
  public Response one(@PathParam("id") String project) {
    WorkflowView found = workflows.of(project);
    return answers.ok(found, found.version());
  }

  @PUT
  @Gives(WorkflowView.class)
  public Response put(@PathParam("id") String project, @Nullable NewWorkflow wanted) {
    if (wanted == null) {
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    }
    WorkflowView now = workflows.put(project, wanted, answers.ifMatch());
    return answers.changed(now, now.version());
  }
}
