package tracker.search.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import tracker.search.Hits;
import tracker.search.Search;
import tracker.shared.Problem;

/** Finding tasks by what stands in and on them. */
@ApplicationScoped
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
  @EJB private Search search;

  @GET
  public Hits find(
      @QueryParam("q") @Nullable String text, @QueryParam("limit") @Nullable String limit) {
    return search.find(text, number(limit));
  }

  /** Reads everything that is searched anew. */
  @POST
  @Path("/rebuild")
  @Consumes(MediaType.WILDCARD)
  public void rebuild() {
    search.rebuild();
  }

  private static int number(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Search.USUAL;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Problem.invalid("limit", "invalid.number", 1, Search.MOST);
    }
  }
}
