package tracker.webhook.rest;

import jakarta.ejb.EJB;
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
import java.util.UUID;
import tracker.notify.JobView;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;
import tracker.webhook.DeliveryView;
import tracker.webhook.NewWebhook;
import tracker.webhook.WebhookChange;
import tracker.webhook.WebhookProblem;
import tracker.webhook.WebhookView;
import tracker.webhook.Webhooks;

/** Addresses that are told what happens. */
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhooksResource {
  @EJB private Webhooks webhooks;
  @Inject private Answers answers;

  @GET
  public Page<WebhookView> list(@BeanParam Paging paging) {
    return webhooks.list(paging.ask());
  }

  @POST
  @Gives(value = WebhookView.class, status = 201)
  public Response create(NewWebhook wanted) {
    WebhookView made = webhooks.create(wanted);
    return answers.created("/webhooks/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(WebhookView.class)
  public Response one(@PathParam("id") String id) {
    WebhookView found = webhooks.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(WebhookView.class)
  public Response change(@PathParam("id") String id, WebhookChange change) {
    WebhookView changed = webhooks.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    webhooks.delete(known(id), answers.ifMatch());
  }

  @POST
  @Path("/{id}/pause")
  @Consumes(MediaType.WILDCARD)
  public WebhookView pause(@PathParam("id") String id) {
    return webhooks.activate(known(id), false);
  }

  @POST
  @Path("/{id}/resume")
  @Consumes(MediaType.WILDCARD)
  public WebhookView resume(@PathParam("id") String id) {
    return webhooks.activate(known(id), true);
  }

  @POST
  @Path("/{id}/rotate")
  @Consumes(MediaType.WILDCARD)
  public WebhookView rotate(@PathParam("id") String id) {
    return webhooks.rotate(known(id));
  }

  @POST
  @Path("/{id}/test")
  @Consumes(MediaType.WILDCARD)
  @Gives(value = JobView.class, status = 202, versioned = false)
  public Response test(@PathParam("id") String id) {
    JobView job = webhooks.test(known(id));
    return Response.accepted(job).location(answers.location("/notify/jobs/" + job.id())).build();
  }

  @GET
  @Path("/{id}/deliveries")
  public Page<DeliveryView> deliveries(@PathParam("id") String id, @BeanParam Paging paging) {
    return webhooks.deliveries(known(id), paging.ask());
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(WebhookProblem.WEBHOOK_NOT_FOUND);
    }
    return id;
  }
}
