package tracker.parcel.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import tracker.parcel.ParcelFile;
import tracker.parcel.Parcels;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;

/** Whole projects as documents. */
@ApplicationScoped
@Path("/export/project")
public class ParcelExportResource {
  @EJB private Parcels parcels;

  /** The project with all that belongs to it; {@code files=false} leaves the bytes of files out. */
  @GET
  @Path("/{key}.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Gives(value = byte[].class, versioned = false)
  public Response export(
      @PathParam("key") String key, @QueryParam("files") @Nullable String files) {
    boolean whole = files == null || Flag.of("files", files);
    ParcelFile file = parcels.export(key, whole);
    StreamingOutput body = file::writeTo;
    Response.ResponseBuilder answer = Response.ok(body);
    file.headers().forEach(answer::header);
    return answer.build();
  }
}
