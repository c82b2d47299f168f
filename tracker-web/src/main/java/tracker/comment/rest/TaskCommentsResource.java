package tracker.comment.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import tracker.comment.CommentView;
import tracker.comment.Comments;
import tracker.comment.NewComment;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** The comments of one task. */
@ApplicationScoped
@Path("/tasks/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskCommentsResource {
  @EJB private Comments comments;
  @Inject private Answers answers;

  @GET
  public Page<CommentView> list(
      @PathParam("id") String task,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("deleted") @Nullable String deleted,
      @BeanParam Paging paging) {
    boolean newestFirst = "-created_at".equals(sort);
    if (!newestFirst && sort != null && !sort.equals("created_at")) {
      throw Problem.invalid("sort", "invalid.word", "created_at, -created_at");
    }
    return Flag.of("deleted", deleted)
        ? comments.trash(task, paging.ask())
        : comments.list(task, newestFirst, paging.ask());
  }

  @POST
  @Gives(value = CommentView.class, status = 201)
  public Response create(@PathParam("id") String task, NewComment wanted) {
    CommentView made = comments.create(task, wanted);
    return answers.created("/comments/" + made.id(), made, made.version());
  }
}
