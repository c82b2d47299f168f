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
import tracker.hotel.Countries;
import tracker.hotel.CountryChange;
import tracker.hotel.CountryView;
import tracker.hotel.HotelProblem;
import tracker.hotel.NewCountry;
import tracker.shared.Page;
import tracker.shared.Storable;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Countries. */
@Path("/countries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CountriesResource {
  @EJB private Countries countries;
  @Inject private Answers answers;

  @GET
  public Page<CountryView> list(@QueryParam("q") @Nullable String text, @BeanParam Paging paging) {
    return countries.list(Storable.orNull(text), paging.ask());
  }

  @POST
  @Gives(value = CountryView.class, status = 201)
  public Response create(NewCountry wanted) {
    CountryView made = countries.create(wanted);
    return answers.created("/countries/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(CountryView.class)
  public Response one(@PathParam("id") String id) {
    CountryView found = countries.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(CountryView.class)
  public Response change(@PathParam("id") String id, CountryChange change) {
    CountryView changed = countries.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    countries.delete(known(id), answers.ifMatch());
  }

  private static UUID known(String text) {
    return Asked.known(text, HotelProblem.COUNTRY_NOT_FOUND);
  }
}
