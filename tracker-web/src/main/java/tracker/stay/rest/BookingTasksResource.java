package tracker.stay.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import tracker.booking.BookingProblem;
import tracker.shared.Page;
import tracker.shared.rest.Asked;
import tracker.stay.Stays;
import tracker.work.TaskName;

/** The tasks about a booking. */
@Path("/bookings/{id}/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class BookingTasksResource {
  @EJB private Stays stays;

  @GET
  public Page<TaskName> list(@PathParam("id") String id) {
    return Page.whole(stays.aboutBooking(Asked.known(id, BookingProblem.BOOKING_NOT_FOUND)));
  }
}
