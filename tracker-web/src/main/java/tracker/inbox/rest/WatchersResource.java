package tracker.inbox.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import tracker.inbox.StandingView;
import tracker.inbox.WatcherView;
import tracker.inbox.Watching;
import tracker.shared.Page;
import tracker.shared.rest.Paging;

/** Who watches a task, and who wants to hear nothing of it. */
@Path("/tasks/{id}/watchers")
@Produces(MediaType.APPLICATION_JSON)
public class WatchersResource {
  @EJB private Watching watching;

  @GET
  public Page<WatcherView> list(@PathParam("id") String task, @BeanParam Paging paging) {
    return watching.list(task, paging.ask());
  }

  @GET
  @Path("/me")
  public StandingView mine(@PathParam("id") String task) {
    return watching.mine(task);
  }

  @PUT
  @Path("/me")
  @Consumes(MediaType.WILDCARD)
  public void watch(@PathParam("id") String task) {
    watching.watch(task);
  }

  @DELETE
  @Path("/me")
  public void unwatch(@PathParam("id") String task) {
    watching.unwatch(task);
  }

  @PUT
  @Path("/me/mute")
  @Consumes(MediaType.WILDCARD)
  public void mute(@PathParam("id") String task) {
    watching.mute(task);
  }

  @DELETE
  @Path("/me/mute")
  public void unmute(@PathParam("id") String task) {
    watching.unmute(task);
  }
}
