package tracker.report.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import tracker.report.ReportView;
import tracker.report.Reports;

/** How work goes in one project. */
@ApplicationScoped
@Path("/projects/{id}/report")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
  @EJB private Reports reports;

  @GET
  public ReportView report(
      @PathParam("id") String project,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return reports.of(project, from, to);
  }
}
