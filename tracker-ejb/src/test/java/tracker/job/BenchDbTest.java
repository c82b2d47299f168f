package tracker.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/** Jobs against a real database; what commits and rolls back is tried in the container. */
class BenchDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Clock clock = new Clock();
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> givenUp = new LinkedBlockingQueue<>();
  private final String kind = "test." + Ids.next();
  private final Set<Scheduler> nodes = new HashSet<>();

  /** Notes what it is run with. */
  private record Noting(
      String kind, @Nullable Duration every, BlockingQueue<String> done, Consumer<String> more)
      implements Job {
    @Override
    public void run(String about) {
      done.add(about);
      more.accept(about);
    }
  }

  @AfterEach
  void stop() {
    nodes.forEach(Scheduler::stop);
  }

  private Scheduler node(Job... kinds) {
    Bench bench =
        new Bench(
            OnePostgres.source(),
            Executors.defaultThreadFactory(),
            clock,
            new Dead(sql, clock),
            new Notes(sql, clock));
    Scheduler node = bench.scheduler(List.of(kinds), Job::run, (job, about) -> givenUp.add(about));
    nodes.add(node);
    node.start();
    return node;
  }

  private UUID add(String about) {
    return add(about, clock.now(), null);
  }

  private UUID add(String about, Instant when, @Nullable Instant pickedByAnother) {
    UUID id = Ids.next();
    sql.change(
        "insert into job.scheduled (task_name, task_instance, task_data, execution_time, picked,"
            + " picked_by, last_heartbeat, version) values (?, ?, ?, ?, ?, ?, ?::timestamptz, 1)",
        kind,
        id.toString(),
        about.getBytes(StandardCharsets.UTF_8),
        when,
        pickedByAnother != null,
        pickedByAnother == null ? null : "another node",
        pickedByAnother);
    return id;
  }

  private @Nullable String next() throws InterruptedException {
    return done.poll(60, TimeUnit.SECONDS);
  }

  private long rows() {
    return sql.first(
            "select count(*) from job.scheduled where task_name = ?", row -> row.getLong(1), kind)
        .orElseThrow();
  }

  @Test
  void a_job_is_done_once_when_its_time_has_come() throws Exception {
    Scheduler node = node(new Noting(kind, null, done, about -> {}));
    add("now, с кириллицей");
    add("tomorrow", clock.now().plus(Duration.ofDays(1)), null);
    assertEquals("now, с кириллицей", next());
    assertNull(done.poll());
    clock.shift(Duration.ofHours(25));
    node.triggerCheckForDueExecutions();
    assertEquals("tomorrow", next());
    node.stop();
    assertEquals(0, rows());
  }

  @Test
  void what_fails_is_tried_four_times_with_growing_gaps_and_then_kept_as_dead() throws Exception {
    Consumer<String> failing =
        about -> {
          throw new IllegalStateException("No room for " + about);
        };
    Scheduler node = node(new Noting(kind, null, done, failing));
    UUID id = add("the piano");
    Duration moved = Duration.ZERO;
    for (int gap : new int[] {10, 30, 90}) {
      assertEquals("the piano", next());
      await(
          id.toString(),
          "execution_time = last_failure + interval '"
              + gap
              + " s' and not picked and started_at <= last_failure"
              + " and last_error = 'java.lang.IllegalStateException: No room for the piano'");
      moved = moved.plusSeconds(gap);
      clock.shift(moved);
      node.triggerCheckForDueExecutions();
    }
    assertEquals(List.of(), List.copyOf(givenUp));
    assertEquals("the piano", next());
    node.stop();
    assertEquals(List.of("the piano"), List.copyOf(givenUp));
    List<String> dead =
        sql.list(
            "select kind || '|' || about || '|' || tries || '|' || error from job.dead"
                + " where id = ?",
            row -> row.getString(1),
            id);
    assertEquals(
        List.of(kind + "|the piano|4|java.lang.IllegalStateException: No room for the piano"),
        dead);
    assertEquals(0, rows());
    assertTrue(done.isEmpty());

    // an operator has it done again: with all its tries
    assertTrue(new Dead(sql, clock).wake(id));
    assertFalse(new Dead(sql, clock).wake(id));
    node(new Noting(kind, null, done, about -> {}));
    assertEquals("the piano", next());
    assertEquals(List.of("the piano"), List.copyOf(givenUp));
  }

  /** Waits until this holds for a job's row. */
  private void await(String id, String condition) {
    String sought =
        "select 1 from job.scheduled where task_name = ? and task_instance = ? and " + condition;
    while (sql.first(sought, row -> true, kind, id).isEmpty()) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void jobs_of_a_killed_node_are_done_by_another_one() throws Exception {
    add("dropped", clock.now(), clock.now().minusSeconds(30));
    add("in good hands", clock.now(), clock.now());
    node(new Noting(kind, null, done, about -> {}));
    assertEquals("dropped", next());
    assertNull(done.poll());
    sql.change("delete from job.scheduled where task_name = ?", kind);
  }

  @Test
  void two_nodes_share_jobs_and_none_is_done_twice() throws Exception {
    int many = 200;
    for (int i = 0; i < many; i++) {
      add("job " + i);
    }
    node(new Noting(kind, null, done, about -> {}));
    node(new Noting(kind, null, done, about -> {}));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < many; i++) {
      assertTrue(seen.add(String.valueOf(next())));
    }
    nodes.forEach(Scheduler::stop);
    assertTrue(done.isEmpty());
    assertEquals(0, rows());
  }

  @Test
  void what_comes_by_itself_comes_again_after_its_pause_even_where_it_failed() throws Exception {
    Consumer<String> failing =
        about -> {
          throw new IllegalStateException("Not today");
        };
    Scheduler node = node(new Noting(kind, Duration.ofHours(1), done, failing));
    for (int i = 1; i <= 3; i++) {
      assertEquals("", next());
      await("recurring", "not picked and consecutive_failures = " + i);
      clock.shift(Duration.ofMinutes(61L * i));
      node.triggerCheckForDueExecutions();
    }
    node.stop();
    assertEquals(1, rows());
    sql.change("delete from job.scheduled where task_name = ?", kind);
  }
}
