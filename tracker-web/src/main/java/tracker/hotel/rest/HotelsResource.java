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
import tracker.hotel.HotelChange;
import tracker.hotel.HotelProblem;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.hotel.NewHotel;
import tracker.journal.HistoryEntry;
import tracker.shared.Page;
import tracker.shared.Storable;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Hotels. */
@Path("/hotels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HotelsResource {
  @EJB private Hotels hotels;
  @Inject private Answers answers;

  @GET
  public Page<HotelView> list(
      @QueryParam("q") @Nullable String text,
      @QueryParam("city_id") @Nullable String city,
      @QueryParam("amenity") @Nullable String amenity,
      @QueryParam("mine") @Nullable String mine,
      @BeanParam Paging paging) {
    return hotels.list(
        Storable.orNull(text),
        Asked.id("city_id", city),
        Asked.id("amenity", amenity),
        Flag.of("mine", mine),
        paging.ask());
  }

  @POST
  @Gives(value = HotelView.class, status = 201)
  public Response create(NewHotel wanted) {
    HotelView made = hotels.create(wanted);
    return answers.created("/hotels/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(HotelView.class)
  public Response one(@PathParam("id") String id) {
    HotelView found = hotels.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(HotelView.class)
  public Response change(@PathParam("id") String id, HotelChange change) {
    HotelView changed = hotels.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    hotels.delete(known(id), answers.ifMatch());
  }

  @GET
  @Path("/{id}/history")
  public Page<HistoryEntry> history(@PathParam("id") String id, @BeanParam Paging paging) {
    return hotels.history(known(id), paging.ask());
  }

  private static UUID known(String text) {
    return Asked.known(text, HotelProblem.HOTEL_NOT_FOUND);
  }
}
