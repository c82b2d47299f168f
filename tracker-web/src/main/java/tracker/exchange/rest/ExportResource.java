package tracker.exchange.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import tracker.exchange.Exports;
import tracker.exchange.TaskFile;
import tracker.shared.rest.Flag;
import tracker.shared.rest.Gives;
import tracker.work.rest.TaskQuery;

/** Work as files. */
@ApplicationScoped
@Path("/export")
public class ExportResource {
  @EJB private Exports exports;

  /** All tasks that the list would show over all of its pages. */
  @GET
  @Path("/tasks.csv")
  @Produces("text/csv")
  @Gives(value = byte[].class, versioned = false)
  public Response tasks(@BeanParam TaskQuery query, @QueryParam("bom") @Nullable String bom) {
    TaskFile file = TaskFile.of(exports, query.ask(), Flag.of("bom", bom));
    StreamingOutput body = file::writeTo;
    Response.ResponseBuilder answer = Response.ok(body);
    file.headers().forEach(answer::header);
    return answer.build();
  }
}
