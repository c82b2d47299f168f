package tracker.journal.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import tracker.journal.Journal;
import tracker.journal.Proof;

/** The proof that nobody altered the past. */
@Path("/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  @Inject private Journal journal;

  @GET
  @Path("/verify")
  public Proof verify() {
    return journal.verify();
  }
}
