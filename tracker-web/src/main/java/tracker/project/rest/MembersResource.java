package tracker.project.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.project.MemberRole;
import tracker.project.MemberView;
import tracker.project.ProjectProblem;
import tracker.project.Projects;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;

/** The members of a project, all in one part. */
@ApplicationScoped
@Path("/projects/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MembersResource {
  @EJB private Projects projects;

  /** What a member is to be. */
  public record Wanted(@Nullable MemberRole role) {}

  @GET
  public Page<MemberView> list(@PathParam("id") String project) {
    List<MemberView> members = projects.members(project);
    return new Page<>(members, 1, Math.max(1, members.size()), members.size(), null);
  }

  @PUT
  @Path("/{user_id}")
  public MemberView put(
      @PathParam("id") String project, @PathParam("user_id") String user, Wanted wanted) {
    return projects.setMember(project, known(user), role(wanted));
  }

  @DELETE
  @Path("/{user_id}")
  public void remove(@PathParam("id") String project, @PathParam("user_id") String user) {
    projects.removeMember(project, known(user));
  }

  private static MemberRole role(@Nullable Wanted wanted) {
    MemberRole role = wanted == null ? null : wanted.role();
    if (role == null) {
      throw Problem.invalid("role", "invalid.required");
    }
    return role;
  }

  // what is no id is the id of nobody
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(ProjectProblem.MEMBER_NOT_FOUND);
    }
    return id;
  }
}
