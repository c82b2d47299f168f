package tracker.journal.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tracker.journal.Journal;
import tracker.journal.Proof;
import tracker.journal.Transcript;
import tracker.shared.rest.Gives;

/** The proof that nobody altered the past. */
@ApplicationScoped
@Path("/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  @EJB private Journal journal;

  @GET
  @Path("/verify")
  public Proof verify() {
    return journal.verify();
  }

  /** The whole record as lines of JSON; {@code config/VerifyAudit.java} verifies such a file. */
  @GET
  @Path("/export")
  @Produces("application/x-ndjson")
  @Gives(value = byte[].class, versioned = false)
  public Response export() {
    Transcript first = journal.transcript(Transcript.Place.START);
    StreamingOutput body = out -> write(first, out);
    return Response.ok(body)
        .header("Content-Disposition", "attachment; filename=\"audit.jsonl\"")
        .build();
  }

  private void write(Transcript first, OutputStream out) throws IOException {
    Transcript part = first;
    while (true) {
      for (String line : part.lines()) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
      Transcript.Place next = part.next();
      if (next == null) {
        return;
      }
      part = journal.transcript(next);
    }
  }
}
