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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;
import tracker.work.NewTag;
import tracker.work.TagChange;
import tracker.work.TagView;
import tracker.work.Tags;
import tracker.work.WorkProblem;

/** Tags. */
@ApplicationScoped
@Path("/tags")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TagsResource {
  @EJB private Tags tags;
  @Inject private Answers answers;

  @GET
  public Page<TagView> list(@QueryParam("q") @Nullable String text, @BeanParam Paging paging) {
    return tags.list(text, paging.ask());
  }

  @POST
  @Gives(value = TagView.class, status = 201)
  public Response create(NewTag wanted) {
    TagView made = tags.create(wanted);
    return answers.created("/tags/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(TagView.class)
  public Response one(@PathParam("id") String id) {
    TagView found = tags.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(TagView.class)
  public Response change(@PathParam("id") String id, TagChange change) {
    TagView changed = tags.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    tags.delete(known(id), answers.ifMatch());
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(WorkProblem.TAG_NOT_FOUND);
    }
    return id;
  }
}
