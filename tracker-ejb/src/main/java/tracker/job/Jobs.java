package tracker.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tracker.shared.Clock;
import tracker.shared.Figures;
import tracker.shared.Ids;
import tracker.shared.Sql;

/** Adds jobs in the transaction of the caller. It is for capabilities, not for people. */
@ApplicationScoped
public class Jobs implements Figures {
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Event<JobAdded> added;
  private volatile Runnable look = () -> {};

  /** Has this done as soon as the transaction has committed, and never where it rolls back. */
  public UUID add(String kind, String about) {
    return add(kind, about, clock.now());
  }

  /** Has this done at this time, or as soon as the transaction has committed after it. */
  public UUID add(String kind, String about, Instant when) {
    UUID id = Ids.next();
    // not by the library's client, which asks first whether the row is there
    sql.change(
        "insert into job.scheduled (task_name, task_instance, task_data, execution_time, picked,"
            + " version) values (?, ?, ?, ?, false, 1)",
        kind,
        id.toString(),
        about.getBytes(StandardCharsets.UTF_8),
        when);
    added.fire(new JobAdded(id));
    return id;
  }

  /** What this node does at once when one of its transactions has added a job. */
  void whenAdded(Runnable act) {
    look = act;
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobAdded event) {
    look.run();
  }

  /** How many jobs are due or running, how many are dead, and how long the oldest one waits. */
  @Override
  public List<Figure> figures() {
    return sql.first(
            "select count(*) as waiting, coalesce(extract(epoch from ?::timestamptz"
                + " - min(execution_time)), 0) as oldest,"
                + " (select count(*) from job.dead) as dead"
                + " from job.scheduled where execution_time <= ?",
            row ->
                List.of(
                    new Figure(
                        "tracker_jobs_waiting", "Jobs due or running", row.getLong("waiting")),
                    new Figure(
                        "tracker_jobs_oldest_seconds",
                        "How late the longest waiting job is",
                        row.getDouble("oldest")),
                    new Figure(
                        "tracker_jobs_dead", "Jobs that failed each time", row.getLong("dead"))),
            clock.now(),
            clock.now())
        .orElseThrow();
  }
}
