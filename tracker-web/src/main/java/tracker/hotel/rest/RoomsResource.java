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
import tracker.hotel.HotelProblem;
import tracker.hotel.NewRoom;
import tracker.hotel.RoomChange;
import tracker.hotel.RoomView;
import tracker.hotel.Rooms;
import tracker.journal.HistoryEntry;
import tracker.shared.Page;
import tracker.shared.Storable;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Rooms. */
@Path("/rooms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoomsResource {
  @EJB private Rooms rooms;
  @Inject private Answers answers;

  @GET
  public Page<RoomView> list(
      @QueryParam("q") @Nullable String text,
      @QueryParam("hotel_id") @Nullable String hotel,
      @BeanParam Paging paging) {
    return rooms.list(Storable.orNull(text), Asked.id("hotel_id", hotel), paging.ask());
  }

  @POST
  @Gives(value = RoomView.class, status = 201)
  public Response create(NewRoom wanted) {
    RoomView made = rooms.create(wanted);
    return answers.created("/rooms/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(RoomView.class)
  public Response one(@PathParam("id") String id) {
    RoomView found = rooms.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(RoomView.class)
  public Response change(@PathParam("id") String id, RoomChange change) {
    RoomView changed = rooms.change(known(id), change, answers.ifMatch());
    return answers.changed(changed, changed.version());
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    rooms.delete(known(id), answers.ifMatch());
  }

  @GET
  @Path("/{id}/history")
  public Page<HistoryEntry> history(@PathParam("id") String id, @BeanParam Paging paging) {
    return rooms.history(known(id), paging.ask());
  }

  private static UUID known(String text) {
    return Asked.known(text, HotelProblem.ROOM_NOT_FOUND);
  }
}
