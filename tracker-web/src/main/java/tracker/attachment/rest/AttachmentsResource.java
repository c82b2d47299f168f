package tracker.attachment.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import tracker.attachment.AttachmentView;
import tracker.attachment.Attachments;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Gives;

/** Files, one at a time. */
@Path("/attachments/{id}")
public class AttachmentsResource {
  @EJB private Attachments attachments;
  @Inject private Answers answers;
  @Context private HttpHeaders headers;

  @GET
  @Gives(byte[].class)
  public Response open(@PathParam("id") String id) {
    return Handout.of(attachments.open(Handout.known(id), Handout.wish(headers)));
  }

  @DELETE
  public void delete(@PathParam("id") String id) {
    attachments.delete(Handout.known(id), answers.ifMatch());
  }

  @POST
  @Path("/restore")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Gives(AttachmentView.class)
  public Response restore(@PathParam("id") String id) {
    AttachmentView restored = attachments.restore(Handout.known(id));
    return answers.changed(restored, restored.version());
  }
}
