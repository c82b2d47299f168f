package tracker.audit.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import tracker.audit.Audit;
import tracker.audit.AuditAsk;
import tracker.audit.AuditEntry;
import tracker.shared.Page;
import tracker.shared.rest.Asked;
import tracker.shared.rest.Paging;

/** The record of all changes, for administrators. */
@ApplicationScoped
@Path("/admin/audit/changes")
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {
  @EJB private Audit audit;

  /**
   * The last first. {@code from} and {@code to} are days where the caller is, both included; more
   * than 100,000 entries are not counted.
   */
  @GET
  public Page<AuditEntry> list(
      @QueryParam("actor_id") @Nullable String actor,
      @QueryParam("entity") @Nullable String entity,
      @QueryParam("action") @Nullable String action,
      @QueryParam("project") @Nullable String project,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @BeanParam Paging paging) {
    return audit.list(
        AuditAsk.of(
            Asked.id("actor_id", actor),
            entity,
            action,
            project,
            Asked.day("from", from),
            Asked.day("to", to)),
        paging.ask());
  }
}
