package tracker.attachment.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tracker.attachment.AttachmentView;
import tracker.attachment.Attachments;
import tracker.shared.Page;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** The files of one task. */
@Path("/tasks/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
public class TaskAttachmentsResource {
  static final String TASK = "task";

  @EJB private Attachments attachments;
  @Inject private Upload upload;
  @Inject private Answers answers;

  @GET
  public Page<AttachmentView> list(
      @PathParam("id") String task,
      @QueryParam("deleted") @Nullable String deleted,
      @BeanParam Paging paging) {
    return Flag.of("deleted", deleted)
        ? attachments.trash(TASK, task, paging.ask())
        : attachments.list(TASK, task, paging.ask());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Gives(value = AttachmentView.class, status = 201)
  public Response create(
      @PathParam("id") String task,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @Context HttpHeaders headers,
      InputStream body) {
    AttachmentView made = upload.take(TASK, task, type, headers.getLength(), body);
    return answers.created("/attachments/" + made.id(), made, made.version());
  }
}
