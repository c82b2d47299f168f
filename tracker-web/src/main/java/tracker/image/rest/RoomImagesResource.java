package tracker.image.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.attachment.rest.Upload;
import tracker.hotel.HotelProblem;
import tracker.image.ImageView;
import tracker.image.Images;
import tracker.image.Pictured;
import tracker.shared.Page;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** The pictures of one room. */
@Path("/rooms/{id}/images")
@Produces(MediaType.APPLICATION_JSON)
public class RoomImagesResource {
  @EJB private Images images;
  @Inject private Upload upload;
  @Inject private Answers answers;

  @GET
  public Page<ImageView> list(@PathParam("id") String id, @BeanParam Paging paging) {
    return images.list(Pictured.ROOM, known(id), paging.ask());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Gives(value = ImageView.class, status = 202, versioned = false)
  public Response create(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @Context HttpHeaders headers,
      InputStream body) {
    UUID of = known(id);
    images.offer(Pictured.ROOM, of);
    ImageView made =
        upload.picture(
            type, headers.getLength(), body, file -> images.add(Pictured.ROOM, of, file));
    return Response.accepted(made).location(answers.location("/images/" + made.id())).build();
  }

  private static UUID known(String text) {
    return Asked.known(text, HotelProblem.ROOM_NOT_FOUND);
  }
}
