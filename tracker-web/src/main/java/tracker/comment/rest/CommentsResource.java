package tracker.comment.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.UUID;
import tracker.comment.CommentChange;
import tracker.comment.CommentProblem;
import tracker.comment.CommentView;
import tracker.comment.Comments;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Gives;

/** Comments, one at a time. */
@ApplicationScoped
@Path("/comments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommentsResource {
  @EJB private Comments comments;
  @Inject private Answers answers;

  @GET
  @Gives(CommentView.class)
  public Response one(@PathParam("id") String id) {
    CommentView found = comments.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(CommentView.class)
  public Response change(@PathParam("id") String id, CommentChange change) {
    CommentView changed = comments.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  public void delete(@PathParam("id") String id) {
    comments.delete(known(id), answers.ifMatch());
  }

  @POST
  @Path("/restore")
  @Consumes(MediaType.WILDCARD)
  @Gives(CommentView.class)
  public Response restore(@PathParam("id") String id) {
    CommentView restored = comments.restore(known(id));
    return answers.changed(restored, restored.version());
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(CommentProblem.COMMENT_NOT_FOUND);
    }
    return id;
  }
}
