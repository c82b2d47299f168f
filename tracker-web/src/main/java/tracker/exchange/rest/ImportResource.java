package tracker.exchange.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.exchange.ImportAnswer;
import tracker.exchange.ImportAsk;
import tracker.exchange.ImportProblem;
import tracker.exchange.ImportResult;
import tracker.exchange.Imports;
import tracker.exchange.LongImport;
import tracker.exchange.LongImports;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Spool;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.shared.rest.SentFile;
import tracker.shared.rest.Streamed;

/** Files that become work. */
@ApplicationScoped
@Path("/import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  @EJB private Imports imports;
  @EJB private LongImports longImports;
  @Inject private Answers answers;

  /**
   * A CSV file, as the part {@code file} of a multipart body or as the body itself. A long one is
   * 202 with a job.
   */
  @POST
  @Streamed(megabytes = Imports.LARGEST >> 20)
  @Gives(value = ImportResult.class, versioned = false)
  @Path("/tasks")
  @Consumes({MediaType.MULTIPART_FORM_DATA, "text/csv"})
  public Response tasks(
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
    ImportAnswer answer =
        new Spool(Imports.LARGEST)
            .with(
                new SentFile(type, headers.getLength(), body),
                file -> trial ? imports.preview(ask, file) : imports.tasks(ask, file));
    LongImport job = answer.job();
    return job == null
        ? Response.ok(answer.result()).build()
        : Response.accepted(job).location(answers.location("/import/tasks/" + job.id())).build();
  }

  @GET
  @Path("/tasks/{id}")
  public LongImport one(@PathParam("id") String id) {
    return longImports.one(known(id));
  }

  @POST
  @Path("/tasks/{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  public LongImport cancel(@PathParam("id") String id) {
    return longImports.cancel(known(id));
  }

  // what is no id is the id of nothing
  private static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(ImportProblem.IMPORT_NOT_FOUND);
    }
    return id;
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
