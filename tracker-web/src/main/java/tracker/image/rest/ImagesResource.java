package tracker.image.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.attachment.rest.Handout;
import tracker.image.ImageChange;
import tracker.image.ImageProblem;
import tracker.image.ImageSize;
import tracker.image.ImageView;
import tracker.image.Images;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Gives;

/** Pictures, one at a time. */
@Path("/images/{id}")
public class ImagesResource {
  @EJB private Images images;
  @Inject private Answers answers;
  @Context private HttpHeaders headers;

  @GET
  @Gives(byte[].class)
  public Response open(@PathParam("id") String id, @QueryParam("size") @Nullable String size) {
    return Handout.of(images.open(known(id), ImageSize.of(size), Handout.wish(headers)));
  }

  @PATCH
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Gives(ImageView.class)
  public Response change(@PathParam("id") String id, ImageChange change) {
    ImageView changed = images.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  public void delete(@PathParam("id") String id) {
    images.delete(known(id), answers.ifMatch());
  }

  private static UUID known(String text) {
    return Asked.known(text, ImageProblem.IMAGE_NOT_FOUND);
  }
}
