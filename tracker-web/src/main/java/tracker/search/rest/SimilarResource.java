package tracker.search.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import tracker.search.Alike;
import tracker.search.Search;

/** Tasks with a title like one that is about to be written. */
@ApplicationScoped
@Path("/tasks/similar")
@Produces(MediaType.APPLICATION_JSON)
public class SimilarResource {
  @EJB private Search search;

  @GET
  public Alike similar(
      @QueryParam("title") @Nullable String title,
      @QueryParam("project") @Nullable String project) {
    return search.similar(title, project);
  }
}
