package tracker.booking.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.booking.Availability;
import tracker.booking.FreeAsk;
import tracker.booking.FreeRoom;
import tracker.shared.Page;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Paging;

/** Rooms that are free. */
@Path("/rooms/available")
@Produces(MediaType.APPLICATION_JSON)
public class AvailableResource {
  @EJB private Availability availability;

  @GET
  public Page<FreeRoom> list(
      @QueryParam("city_id") @Nullable String city,
      @QueryParam("hotel_id") @Nullable String hotel,
      @QueryParam("check_in") @Nullable String checkIn,
      @QueryParam("check_out") @Nullable String checkOut,
      @QueryParam("guests") @Nullable String guests,
      @QueryParam("amenity") List<String> amenities,
      @BeanParam Paging paging) {
    List<UUID> wanted =
        amenities.stream()
            .map(one -> Asked.id("amenity", one))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    return availability.free(
        new FreeAsk(
            Asked.id("city_id", city),
            Asked.id("hotel_id", hotel),
            Asked.needed("check_in", checkIn),
            Asked.needed("check_out", checkOut),
            Asked.count("guests", guests),
            wanted),
        paging.ask());
  }
}
