package tracker.hotel.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.hotel.Cities;
import tracker.hotel.CityChange;
import tracker.hotel.CityView;
import tracker.hotel.HotelProblem;
import tracker.hotel.NewCity;
import tracker.shared.Page;
import tracker.shared.Storable;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Cities. */
@Path("/cities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CitiesResource {
  @EJB private Cities cities;
  @Inject private Answers answers;

  @GET
  public Page<CityView> list(
      @QueryParam("q") @Nullable String text,
      @QueryParam("country_id") @Nullable String country,
      @BeanParam Paging paging) {
    return cities.list(Storable.orNull(text), Asked.id("country_id", country), paging.ask());
  }

  @POST
  @Gives(value = CityView.class, status = 201)
  public Response create(NewCity wanted) {
    CityView made = cities.create(wanted);
    return answers.created("/cities/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(CityView.class)
  public Response one(@PathParam("id") String id) {
    CityView found = cities.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(CityView.class)
  public Response change(@PathParam("id") String id, CityChange change) {
    CityView changed = cities.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    cities.delete(known(id), answers.ifMatch());
  }

  private static UUID known(String text) {
    return Asked.known(text, HotelProblem.CITY_NOT_FOUND);
  }
}
