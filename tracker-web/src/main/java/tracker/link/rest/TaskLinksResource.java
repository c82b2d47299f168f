package tracker.link.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import tracker.link.LinkProblem;
import tracker.link.LinkView;
import tracker.link.Links;
import tracker.link.NewLink;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** The links of one task, from its side. */
@ApplicationScoped
@Path("/tasks/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskLinksResource {
  @EJB private Links links;
  @Inject private Answers answers;

  @GET
  public Page<LinkView> list(@PathParam("id") String task, @BeanParam Paging paging) {
    return links.list(task, paging.ask());
  }

  @POST
  @Gives(value = LinkView.class, status = 201)
  public Response create(@PathParam("id") String task, NewLink wanted) {
    LinkView made = links.create(task, wanted);
    return answers.created("/tasks/" + task + "/links/" + made.id(), made, made.version());
  }

  // no ETag: title and status are those of the other task, which changes by itself
  @GET
  @Path("/{link}")
  public LinkView one(@PathParam("id") String task, @PathParam("link") String link) {
    return links.one(task, known(link));
  }

  @DELETE
  @Path("/{link}")
  public void delete(@PathParam("id") String task, @PathParam("link") String link) {
    links.delete(task, known(link), answers.ifMatch());
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(LinkProblem.LINK_NOT_FOUND);
    }
    return id;
  }
}
