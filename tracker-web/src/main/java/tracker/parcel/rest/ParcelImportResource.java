package tracker.parcel.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tracker.parcel.ParcelResult;
import tracker.parcel.Parcels;
import tracker.shared.Spool;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.shared.rest.SentFile;
import tracker.shared.rest.Streamed;

/** Projects that come from another instance. */
@ApplicationScoped
@Path("/import/project")
@Produces(MediaType.APPLICATION_JSON)
public class ParcelImportResource {
  @EJB private Parcels parcels;
  @Inject private Answers answers;

  /** An exported project, as the part {@code file} of a multipart body or as the body itself. */
  @POST
  @Streamed
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON})
  @Gives(value = ParcelResult.class, status = 201, versioned = false)
  public Response take(
      @QueryParam("key") @Nullable String key,
      @QueryParam("dry_run") @Nullable String dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @Context HttpHeaders headers,
      InputStream body) {
    boolean trial = Flag.of("dry_run", dryRun);
    parcels.offer(key);
    return new Spool(parcels.largest())
        .with(
            new SentFile(type, headers.getLength(), body),
            file -> {
              if (trial) {
                return Response.ok(parcels.preview(file, key)).build();
              }
              ParcelResult result = parcels.bring(file, key);
              return Response.created(answers.location("/projects/" + result.projectId()))
                  .entity(result)
                  .build();
            });
  }
}
