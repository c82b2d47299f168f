package tracker.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Hands;
import tracker.shared.Ids;

/**
 * How db-scheduler does our jobs: four at a time; each tried four times with growing gaps; those of
 * a killed node again after 20 s without its sign of life.
 */
final class Bench {
  static final int TRIES = 4;
  private static final Logger LOG = Logger.getLogger(Bench.class.getName());
  private static final int HANDS = 4;
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);
  private static final int SIGNS_MISSED = 4;
  private static final Duration FIRST_GAP = Duration.ofSeconds(10);
  private static final double GAPS_GROW = 3;
  // a kind may come back with the next version: its rows wait
  private static final Duration UNKNOWN_KINDS_KEPT = Duration.ofDays(36_500);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final DataSource source;
  private final ThreadFactory threads;
  private final Clock clock;
  private final Dead dead;
  private final Notes notes;

  Bench(DataSource source, ThreadFactory threads, Clock clock, Dead dead, Notes notes) {
    this.source = source;
    this.threads = threads;
    this.clock = clock;
    this.dead = dead;
    this.notes = notes;
  }

  /**
   * One that does these kinds once it is started.
   *
   * @param run runs a job about something
   * @param giveUp tells a job that it failed for the last time
   */
  Scheduler scheduler(
      List<Job> kinds, BiConsumer<Job, String> run, BiConsumer<Job, String> giveUp) {
    List<Task<?>> asked = new ArrayList<>();
    List<RecurringTask<Void>> byThemselves = new ArrayList<>();
    for (Job job : kinds) {
      Duration every = job.every();
      if (every == null) {
        asked.add(asked(job, run, giveUp));
      } else {
        byThemselves.add(byItself(job, every, run));
      }
    }
    return Scheduler.create(source, asked)
        .startTasks(byThemselves)
        .tableName("job.scheduled")
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
        .serializer(new Utf8())
        .clock(clock::now)
        .schedulerName(new SchedulerName.Fixed(Ids.next().toString()))
        .executorService(Hands.of(HANDS, threads))
        .dueExecutor(Hands.of(1, threads))
        .housekeeperExecutor(Hands.scheduled(2, threads))
        .threads(HANDS)
        .pollingInterval(LOOK)
        .pollUsingLockAndFetch(1.0, 4.0)
        .heartbeatInterval(SIGN_OF_LIFE)
        .missedHeartbeatsLimit(SIGNS_MISSED)
        .deleteUnresolvedAfter(UNKNOWN_KINDS_KEPT)
        .shutdownMaxWait(LAST_WORDS)
        .failureLogging(LogLevel.OFF, false)
        .build();
  }

  private RecurringTask<Void> byItself(Job job, Duration every, BiConsumer<Job, String> run) {
    FixedDelay pause = FixedDelay.of(every);
    return Tasks.recurring(job.kind(), pause)
        .onFailure(
            (done, row) -> {
              Throwable cause = done.getCause().orElse(null);
              LOG.log(Level.WARNING, "Job " + job.kind() + " failed and comes again later", cause);
              notes.failed(job.kind(), done.getExecution().taskInstance.getId(), cause);
              row.reschedule(done, pause.getNextExecutionTime(done));
            })
        .execute(
            (row, context) -> {
              notes.begun(job.kind(), row.getId());
              run.accept(job, "");
            });
  }

  private OneTimeTask<String> asked(
      Job job, BiConsumer<Job, String> run, BiConsumer<Job, String> giveUp) {
    FailureHandler<String> gaps =
        new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_GAP, GAPS_GROW);
    return Tasks.oneTime(job.kind(), String.class)
        .onFailure(
            (done, row) -> {
              int failures = done.getExecution().consecutiveFailures + 1;
              boolean last = failures >= TRIES;
              String id = done.getExecution().taskInstance.getId();
              Throwable cause = done.getCause().orElse(null);
              tell(job.kind(), id, failures, last, cause);
              if (last) {
                dead.keep(done.getExecution(), failures, cause);
                row.remove();
                giveUp.accept(job, String.valueOf(done.getExecution().taskInstance.getData()));
              } else {
                notes.failed(job.kind(), id, cause);
                gaps.onFailure(done, row);
              }
            })
        .execute(
            (row, context) -> {
              notes.begun(job.kind(), row.getId());
              run.accept(job, row.getData());
            });
  }

  private static void tell(
      String kind, String id, int failures, boolean last, @Nullable Throwable cause) {
    String text =
        last
            ? "Job %s %s failed %d times and is kept as a dead one"
            : "Job %s %s failed %d times and is tried again later";
    LOG.log(last ? Level.SEVERE : Level.WARNING, text.formatted(kind, id, failures), cause);
  }

  /** What a job is about is a text; what comes by itself is about nothing. */
  private static final class Utf8 implements Serializer {
    @Override
    public byte[] serialize(@Nullable Object data) {
      return data == null ? new byte[0] : data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte[] data) {
      return type == Void.class ? null : type.cast(new String(data, StandardCharsets.UTF_8));
    }
  }
}
