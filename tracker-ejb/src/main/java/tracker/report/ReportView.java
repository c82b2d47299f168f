package tracker.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.workflow.Category;

/**
 * How work goes in a project.
 *
 * @param from the first day, {@code to} the last one, in the caller's time zone
 * @param step {@code day} or {@code week}: what arrivals and flow are counted by
 */
public record ReportView(
    UUID projectId,
    String projectKey,
    LocalDate from,
    LocalDate to,
    String step,
    Open open,
    List<Arrival> arrivals,
    List<Flow> flow,
    Cycle cycle) {
  /**
   * What is open at this moment.
   *
   * @param overdue how many of it should be done by now
   */
  public record Open(
      long total, long overdue, List<InStatus> byStatus, List<OfPerson> byAssignee) {}

  /**
   * Open tasks of one status.
   *
   * @param status its name, or the word of the category where it has none of its own
   */
  public record InStatus(String status, Category category, long count) {}

  /** Open tasks of one person; {@code assigneeId} and {@code name} are null for nobody's. */
  public record OfPerson(
      @Nullable UUID assigneeId, @Nullable String name, long count, long overdue) {}

  /** How many tasks were made, and how many were closed for good so far, in one step. */
  public record Arrival(LocalDate date, long created, long resolved) {}

  /** How many tasks were in each category at the end of one step. */
  public record Flow(LocalDate date, long todo, long inProgress, long done, long canceled) {
    public long total() {
      return todo + inProgress + done + canceled;
    }
  }

  /**
   * How long tasks took that were done in the period: from when they first were in progress.
   *
   * @param count how many there were with a beginning
   * @param skipped how many went to done without one
   * @param medianHours half of them took less; null without any
   * @param p85Hours 85 of 100 took less; null without any
   */
  public record Cycle(
      long count,
      long skipped,
      @Nullable Double medianHours,
      @Nullable Double p85Hours,
      List<Took> spread) {}

  /** How many took up to so many days; {@code days} is null for those that took longer. */
  public record Took(@Nullable Integer days, long count) {}
}
