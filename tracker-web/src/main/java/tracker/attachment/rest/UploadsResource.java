package tracker.attachment.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import tracker.attachment.Attachments;
import tracker.shared.rest.Gives;

/** The same files under the address that they are known by, and their small pictures. */
@Path("/uploads/{id}")
public class UploadsResource {
  @EJB private Attachments attachments;
  @Context private HttpHeaders headers;

  @GET
  @Gives(byte[].class)
  public Response open(@PathParam("id") String id) {
    return Handout.of(attachments.open(Handout.known(id), Handout.wish(headers)));
  }

  @GET
  @Path("/preview")
  @Gives(byte[].class)
  public Response preview(@PathParam("id") String id) {
    return Handout.of(attachments.preview(Handout.known(id), Handout.wish(headers)));
  }
}
