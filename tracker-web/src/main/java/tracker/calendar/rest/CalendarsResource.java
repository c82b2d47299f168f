package tracker.calendar.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import tracker.calendar.CalendarLink;
import tracker.calendar.CalendarProblem;
import tracker.calendar.CalendarView;
import tracker.calendar.Calendars;
import tracker.calendar.NewCalendarLink;
import tracker.identity.rest.Open;
import tracker.shared.Page;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Gives;

/** Calendars, and the secret links to them. */
@Path("/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CalendarsResource {
  @EJB private Calendars calendars;
  @Inject private Answers answers;

  @GET
  @Path("/me")
  public CalendarView mine(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return calendars.of(Asked.needed("from", from), Asked.needed("to", to));
  }

  @GET
  @Path("/links")
  public Page<CalendarLink> links() {
    return Page.whole(calendars.links());
  }

  @POST
  @Path("/links")
  @Gives(value = CalendarLink.class, status = 201, versioned = false)
  public Response create(NewCalendarLink wanted) {
    CalendarLink made = calendars.create(wanted);
    return Response.status(Response.Status.CREATED)
        .location(answers.location("/calendars/links/" + made.id()))
        .entity(made)
        .build();
  }

  @DELETE
  @Path("/links/{id}")
  public void revoke(@PathParam("id") String id) {
    calendars.revoke(Asked.known(id, CalendarProblem.CALENDAR_NOT_FOUND));
  }

  /** For calendar programs, which cannot sign in: the secret stands in the address. */
  @GET
  @Path("/{secret}")
  @Produces("text/calendar")
  @Open
  @Gives(value = byte[].class, versioned = false)
  public Response read(@PathParam("secret") String secret) {
    return Response.ok(calendars.read(secret), "text/calendar;charset=UTF-8")
        .header("Cache-Control", "private, no-cache")
        .build();
  }
}
