package tracker.journal.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import tracker.journal.Journal;
import tracker.journal.JournalProblem;
import tracker.journal.Undone;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** What was done in one call, taken back. */
@ApplicationScoped
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {
  @EJB private Journal journal;

  @POST
  @Path("/{operation_id}/undo")
  public Undone undo(@PathParam("operation_id") String operation) {
    UUID id = Ids.parse(operation);
    if (id == null) {
      throw Problem.of(JournalProblem.OPERATION_NOT_FOUND);
    }
    return journal.undo(id);
  }
}
