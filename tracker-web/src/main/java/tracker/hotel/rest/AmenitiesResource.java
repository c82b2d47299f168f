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
import tracker.hotel.Amenities;
import tracker.hotel.AmenityChange;
import tracker.hotel.AmenityView;
import tracker.hotel.HotelProblem;
import tracker.hotel.NewAmenity;
import tracker.shared.Page;
import tracker.shared.Storable;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Amenities. */
@Path("/amenities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AmenitiesResource {
  @EJB private Amenities amenities;
  @Inject private Answers answers;

  @GET
  public Page<AmenityView> list(@QueryParam("q") @Nullable String text, @BeanParam Paging paging) {
    return amenities.list(Storable.orNull(text), paging.ask());
  }

  @POST
  @Gives(value = AmenityView.class, status = 201)
  public Response create(NewAmenity wanted) {
    AmenityView made = amenities.create(wanted);
    return answers.created("/amenities/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(AmenityView.class)
  public Response one(@PathParam("id") String id) {
    AmenityView found = amenities.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(AmenityView.class)
  public Response change(@PathParam("id") String id, AmenityChange change) {
    AmenityView changed = amenities.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    amenities.delete(known(id), answers.ifMatch());
  }

  private static UUID known(String text) {
    return Asked.known(text, HotelProblem.AMENITY_NOT_FOUND);
  }
}
