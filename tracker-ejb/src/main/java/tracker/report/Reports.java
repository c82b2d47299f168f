package tracker.report;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Clock;

/** The door to reports: whoever sees a project sees how its work goes. */
@Stateless
public class Reports {
  @EJB private Projects projects;
  @EJB private Accounts accounts;
  @Inject private ReportRows rows;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * How work goes in a project; what is open is that of this moment.
   *
   * @param from the first day, such as {@code 2026-11-01}; 29 days before the last where absent
   * @param to the last day; today where absent
   */
  @Allowed(Right.PROJECT_VIEW)
  public ReportView of(String project, @Nullable String from, @Nullable String to) {
    ProjectFound found = projects.reached(project, Reach.SEE);
    Instant now = clock.now();
    Period period = Period.of(from, to, caller.zone(), now);
    return new ReportView(
        found.id(),
        found.key(),
        period.from(),
        period.to(),
        period.unit(),
        named(rows.open(found.id(), now)),
        rows.arrivals(found.id(), period),
        flow(found.id(), period),
        rows.cycle(found.id(), period));
  }

  private ReportView.Open named(ReportView.Open open) {
    List<UUID> ids =
        open.byAssignee().stream()
            .map(ReportView.OfPerson::assigneeId)
            .filter(Objects::nonNull)
            .toList();
    Map<UUID, String> names = accounts.names(ids);
    return new ReportView.Open(
        open.total(),
        open.overdue(),
        open.byStatus(),
        open.byAssignee().stream()
            .map(
                one ->
                    new ReportView.OfPerson(
                        one.assigneeId(),
                        one.assigneeId() == null ? null : names.get(one.assigneeId()),
                        one.count(),
                        one.overdue()))
            .toList());
  }

  /** From what is there now back to the beginning: each part ends as the next one began. */
  private List<ReportView.Flow> flow(UUID project, Period period) {
    Tally tally = rows.present(project);
    Map<LocalDate, Tally> steps = rows.steps(project, period);
    tally.less(steps.getOrDefault(LocalDate.MAX, new Tally()));
    List<LocalDate> parts = new ArrayList<>(period.parts());
    Collections.reverse(parts);
    List<ReportView.Flow> flow = new ArrayList<>();
    for (LocalDate part : parts) {
      flow.add(tally.at(part));
      tally.less(steps.getOrDefault(part, new Tally()));
    }
    Collections.reverse(flow);
    return flow;
  }
}
