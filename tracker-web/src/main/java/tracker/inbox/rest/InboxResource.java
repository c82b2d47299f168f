package tracker.inbox.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import tracker.identity.rest.Open;
import tracker.inbox.ChoiceChange;
import tracker.inbox.ChoiceView;
import tracker.inbox.Inbox;
import tracker.inbox.InboxAsk;
import tracker.inbox.InboxProblem;
import tracker.inbox.MuteLink;
import tracker.inbox.Muting;
import tracker.inbox.NoticeView;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** One's own notices, and how one wants to be told. */
@Path("/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InboxResource {
  @EJB private Inbox inbox;
  @EJB private Muting muting;
  @Inject private Answers answers;

  /** Up to which notice all were read; without it all. */
  public record UpTo(@Nullable UUID upTo) {}

  /** How many were not read before. */
  public record AllRead(int read) {}

  @GET
  public Page<NoticeView> list(
      @QueryParam("unread") @Nullable String unread,
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("task") @Nullable String task,
      @BeanParam Paging paging) {
    return inbox.list(InboxAsk.of(Flag.of("unread", unread), reason, task, paging.ask()));
  }

  @GET
  @Path("/{id}")
  public NoticeView one(@PathParam("id") String id) {
    return inbox.one(known(id));
  }

  @POST
  @Path("/{id}/read")
  @Consumes(MediaType.WILDCARD)
  public NoticeView read(@PathParam("id") String id) {
    return inbox.read(known(id), true);
  }

  @POST
  @Path("/{id}/unread")
  @Consumes(MediaType.WILDCARD)
  public NoticeView unread(@PathParam("id") String id) {
    return inbox.read(known(id), false);
  }

  @POST
  @Path("/read-all")
  public AllRead readAll(@Nullable UpTo body) {
    return new AllRead(inbox.readAll(body == null ? null : body.upTo()));
  }

  @GET
  @Path("/settings")
  @Gives(ChoiceView.class)
  public Response choice() {
    ChoiceView found = inbox.choice();
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/settings")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(ChoiceView.class)
  public Response choose(ChoiceChange change) {
    ChoiceView changed = inbox.choose(change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  // mail programs post here by themselves (RFC 8058), with a form that says nothing further
  @POST
  @Path("/mute/{token}")
  @Open
  @Consumes(MediaType.WILDCARD)
  public MuteLink mute(@PathParam("token") String token) {
    return muting.turn(token, true);
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(InboxProblem.NOTICE_NOT_FOUND);
    }
    return id;
  }
}
