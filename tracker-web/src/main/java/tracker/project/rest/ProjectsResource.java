package tracker.project.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import tracker.project.NewProject;
import tracker.project.ProjectChange;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.shared.Page;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Projects. */
@ApplicationScoped
@Path("/projects")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProjectsResource {
  @EJB private Projects projects;
  @Inject private Answers answers;

  @GET
  public Page<ProjectView> list(@BeanParam Paging paging) {
    return projects.list(paging.ask());
  }

  @POST
  @Gives(value = ProjectView.class, status = 201)
  public Response create(NewProject wanted) {
    ProjectView made = projects.create(wanted);
    return answers.created("/projects/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(ProjectView.class)
  public Response one(@PathParam("id") String id) {
    ProjectView found = projects.one(id);
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(ProjectView.class)
  public Response change(@PathParam("id") String id, ProjectChange change) {
    ProjectView changed = projects.change(id, change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @POST
  @Path("/{id}/restore")
  @Consumes(MediaType.WILDCARD)
  @Gives(ProjectView.class)
  public Response restore(@PathParam("id") String id) {
    ProjectView restored = projects.restore(id);
    return answers.changed(restored, restored.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    projects.delete(id, answers.ifMatch());
  }
}
