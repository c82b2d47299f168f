package tracker.exchange.rest;

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
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.exchange.ImportAsk;
import tracker.exchange.ImportResult;
import tracker.exchange.Imports;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.Flag;

/** Files that become work. */
@ApplicationScoped
@Path("/import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  @Inject private Imports imports;

  /** A CSV file, as the part {@code file} of a multipart body or as the body itself. */
  @POST
  @Path("/tasks")
  @Consumes({MediaType.MULTIPART_FORM_DATA, "text/csv"})
  public ImportResult tasks(
      @QueryParam("project") @Nullable String project,
      @QueryParam("dry_run") @Nullable String dryRun,
      @QueryParam("column") List<String> columns,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @Context HttpHeaders headers,
      InputStream body) {
    MediaType media = headers.getMediaType();
    boolean parts = media != null && media.getType().equals("multipart");
    boolean trial = Flag.of("dry_run", dryRun);
    ImportAsk ask = new ImportAsk(project, List.copyOf(columns), parts ? null : charset(media));
    imports.offer(ask);
    byte[] file = parts ? CsvBody.ofPart(type, headers.getLength(), body) : CsvBody.whole(body);
    return trial ? imports.preview(ask, file) : imports.tasks(ask, file);
  }

  private static @Nullable Charset charset(@Nullable MediaType media) {
    String said = media == null ? null : media.getParameters().get(MediaType.CHARSET_PARAMETER);
    try {
      return said == null ? null : Charset.forName(said);
    } catch (IllegalArgumentException e) {
      throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
