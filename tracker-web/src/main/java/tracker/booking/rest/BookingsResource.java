package tracker.booking.rest;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.booking.BookingAsk;
import tracker.booking.BookingChange;
import tracker.booking.BookingProblem;
import tracker.booking.BookingStatus;
import tracker.booking.BookingView;
import tracker.booking.Bookings;
import tracker.booking.NewBooking;
import tracker.journal.HistoryEntry;
import tracker.shared.Page;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** Bookings. */
@Path("/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BookingsResource {
  @EJB private Bookings bookings;
  @Inject private Answers answers;

  @GET
  public Page<BookingView> list(
      @QueryParam("room") @Nullable String room,
      @QueryParam("hotel") @Nullable String hotel,
      @QueryParam("task") @Nullable String task,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("status") List<String> status,
      @QueryParam("mine") @Nullable String mine,
      @BeanParam Paging paging) {
    return bookings.list(
        new BookingAsk(
            Asked.id("room", room),
            Asked.id("hotel", hotel),
            Asked.id("task", task),
            Asked.day("from", from),
            Asked.day("to", to),
            status.stream().map(BookingStatus::of).toList(),
            Flag.of("mine", mine)),
        paging.ask());
  }

  @POST
  @Gives(value = BookingView.class, status = 201)
  public Response create(NewBooking wanted) {
    BookingView made = bookings.create(wanted);
    return answers.created("/bookings/" + made.id(), made, made.version());
  }

  @GET
  @Path("/{id}")
  @Gives(BookingView.class)
  public Response one(@PathParam("id") String id) {
    BookingView found = bookings.one(known(id));
    return answers.ok(found, found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Api.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Gives(BookingView.class)
  public Response change(@PathParam("id") String id, BookingChange change) {
    return changed(bookings.change(known(id), change, answers.ifMatch()));
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    bookings.delete(known(id), answers.ifMatch());
  }

  @POST
  @Path("/{id}/confirm")
  @Consumes(MediaType.WILDCARD)
  @Gives(BookingView.class)
  public Response confirm(@PathParam("id") String id) {
    return changed(bookings.confirm(known(id)));
  }

  @POST
  @Path("/{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  @Gives(BookingView.class)
  public Response cancel(@PathParam("id") String id) {
    return changed(bookings.cancel(known(id)));
  }

  @POST
  @Path("/{id}/check-in")
  @Consumes(MediaType.WILDCARD)
  @Gives(BookingView.class)
  public Response checkIn(@PathParam("id") String id) {
    return changed(bookings.checkIn(known(id)));
  }

  @POST
  @Path("/{id}/check-out")
  @Consumes(MediaType.WILDCARD)
  @Gives(BookingView.class)
  public Response checkOut(@PathParam("id") String id) {
    return changed(bookings.checkOut(known(id)));
  }

  @GET
  @Path("/{id}/history")
  public Page<HistoryEntry> history(@PathParam("id") String id, @BeanParam Paging paging) {
    return bookings.history(known(id), paging.ask());
  }

  private Response changed(BookingView booking) {
    return answers.changed(booking, booking.version());
  }

  private static UUID known(String text) {
    return Asked.known(text, BookingProblem.BOOKING_NOT_FOUND);
  }
}
