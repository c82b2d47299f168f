package tracker.stay.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import tracker.hotel.HotelProblem;
import tracker.shared.Page;
import tracker.shared.rest.Asked;
import tracker.stay.Stays;
import tracker.work.TaskName;

/** The tasks about a room. */
@Path("/rooms/{id}/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class RoomTasksResource {
  @EJB private Stays stays;

  @GET
  public Page<TaskName> list(@PathParam("id") String id) {
    return Page.whole(stays.aboutRoom(Asked.known(id, HotelProblem.ROOM_NOT_FOUND)));
  }
}
