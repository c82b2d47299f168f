package tracker.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tracker.shared.Clock;
import tracker.shared.Figures;
import tracker.shared.Ids;
import tracker.shared.Sql;

/** Adds jobs in the transaction of the caller. It is for capabilities, not for people. */
@ApplicationScoped
public class Jobs implements Figures {
  /** Whoever gave no sign of life for so long does nothing any more. */
  private static final Duration FORSAKEN = Duration.ofMinutes(1);

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Event<JobAdded> added;
  @Inject private Dead dead;
  @Inject @Any private Instance<Job> kinds;
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
            + " version, added_at) values (?, ?, ?, ?, false, 1, ?)",
        kind,
        id.toString(),
        about.getBytes(StandardCharsets.UTF_8),
        when,
        clock.now());
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

  /** Has a dead one done again; whether that could be: it is dead and something is left to do. */
  public boolean retry(UUID id) {
    boolean over = dead.kind(id).flatMap(this::kind).map(Job::isOverWhenGivenUp).orElse(false);
    if (over || !dead.wake(id)) {
      return false;
    }
    added.fire(new JobAdded(id));
    return true;
  }

  /**
   * Takes one back that waits or is dead; whether there was such a one. Its kind is told that
   * nothing will come of it.
   */
  public boolean cancel(UUID id) {
    Optional<Taken> taken =
        sql.first(
            "delete from job.scheduled where task_instance = ? and not picked"
                + " returning task_name, convert_from(task_data, 'UTF8') as about",
            row -> new Taken(row.getString("task_name"), row.getString("about")),
            id.toString());
    taken.ifPresent(one -> kind(one.kind()).ifPresent(kind -> kind.gaveUp(one.about())));
    return taken.isPresent() || dead.drop(id);
  }

  private record Taken(String kind, String about) {}

  private Optional<Job> kind(String word) {
    return kinds.stream().filter(one -> one.kind().equals(word)).findFirst();
  }

  /** All kinds that this version knows. */
  public List<Job> kinds() {
    return kinds.stream().toList();
  }

  /**
   * How much is due or under way, and how much is dead.
   *
   * @param oldest how late the first is that nobody has in hand; zero where all is in hand
   */
  public record Waiting(long many, Duration oldest, long dead) {}

  /** How the queue stands. What this version does not know how to do is not late. */
  public Waiting waiting() {
    Instant now = clock.now();
    return sql.first(
            "select count(*) as many,"
                + " min(execution_time) filter (where (not picked or last_heartbeat < ?)"
                + " and task_name = any(?)) as oldest,"
                + " (select count(*) from job.dead) as dead"
                + " from job.scheduled where execution_time <= ?",
            row -> {
              Instant oldest = Sql.instant(row, "oldest");
              return new Waiting(
                  row.getLong("many"),
                  oldest == null ? Duration.ZERO : Duration.between(oldest, now),
                  row.getLong("dead"));
            },
            now.minus(FORSAKEN),
            kinds.stream().map(Job::kind).toList(),
            now)
        .orElseThrow();
  }

  @Override
  public List<Figure> figures() {
    Waiting now = waiting();
    return List.of(
        new Figure("tracker_jobs_waiting", "Jobs due or running", now.many()),
        new Figure(
            "tracker_jobs_oldest_seconds",
            "How late the longest waiting job is",
            now.oldest().toSeconds()),
        new Figure("tracker_jobs_dead", "Jobs that failed each time", now.dead()));
  }
}
