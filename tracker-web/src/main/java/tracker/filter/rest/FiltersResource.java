package tracker.filter.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.filter.FilterChange;
import tracker.filter.FilterProblem;
import tracker.filter.FilterView;
import tracker.filter.Filters;
import tracker.filter.NewFilter;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Kept queries. */
@Path("/filters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FiltersResource {
  @EJB private Filters filters;
  @Inject private Answers answers;

  @GET
  public Page<FilterView> list(
      @QueryParam("q") @Nullable String text,
      @QueryParam("pinned") @Nullable String pinned,
      @BeanParam Paging paging) {
    return filters.list(text, Flag.of("pinned", pinned), paging.ask());
  }

  @POST
  @Gives(value = FilterView.class, status = 201)
  public Response create(NewFilter wanted) {
    FilterView made = filters.create(wanted);
    return answers.created("/filters/" + made.id(), made, made.version(), pin(made));
  }

  @GET
  @Path("/{id}")
  @Gives(FilterView.class)
  public Response one(@PathParam("id") String id) {
    FilterView found = filters.one(known(id));
    return answers.ok(found, found.version(), pin(found));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(FilterView.class)
  public Response change(@PathParam("id") String id, FilterChange change) {
    FilterView changed = filters.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version(), pin(changed));
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    filters.delete(known(id), answers.ifMatch());
  }

  @PUT
  @Path("/{id}/pin")
  @Consumes(MediaType.WILDCARD)
  public void pin(@PathParam("id") String id) {
    filters.pin(known(id), true);
  }

  @DELETE
  @Path("/{id}/pin")
  public void unpin(@PathParam("id") String id) {
    filters.pin(known(id), false);
  }

  @PUT
  @Path("/{id}/usual")
  @Consumes(MediaType.WILDCARD)
  public void makeUsual(@PathParam("id") String id) {
    filters.makeUsual(known(id));
  }

  @DELETE
  @Path("/{id}/usual")
  public void forgetUsual(@PathParam("id") String id) {
    filters.forgetUsual(known(id));
  }

  // both are the caller's own and no change of the filter, but the answer tells them
  private static String pin(FilterView filter) {
    return (filter.pinned() ? "pinned" : "") + (filter.usual() ? "usual" : "");
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(FilterProblem.FILTER_NOT_FOUND);
    }
    return id;
  }
}
