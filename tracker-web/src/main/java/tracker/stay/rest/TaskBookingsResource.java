package tracker.stay.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import tracker.booking.BookingView;
import tracker.shared.Page;
import tracker.shared.rest.Paging;
import tracker.stay.Stays;

/** The bookings that are for a task. */
@Path("/tasks/{id}/bookings")
@Produces(MediaType.APPLICATION_JSON)
public class TaskBookingsResource {
  @EJB private Stays stays;

  @GET
  public Page<BookingView> list(@PathParam("id") String task, @BeanParam Paging paging) {
    return stays.ofTask(task, paging.ask());
  }
}
