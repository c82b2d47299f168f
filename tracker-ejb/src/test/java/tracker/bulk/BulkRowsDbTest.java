package tracker.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.job.JobStatus;
import tracker.shared.OnePostgres;

class BulkRowsDbTest {
  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

  private final BulkRows rows = new BulkRows(OnePostgres.sql());

  private UUID added() {
    BulkSet gone =
        new BulkSet(null, null, null, null, null, null, null, null, null, null, null, true);
    List<UUID> tasks = List.of(UUID.randomUUID(), UUID.randomUUID());
    return rows.add(UUID.randomUUID(), Locale.ENGLISH, UUID.randomUUID(), gone, tasks, NOW);
  }

  @Test
  void what_ended_long_ago_is_forgotten_and_what_runs_is_not() {
    UUID running = added();
    UUID old = added();
    UUID fresh = added();
    rows.end(old, JobStatus.OK, NOW.minus(Duration.ofDays(31)));
    rows.end(fresh, JobStatus.CANCELED, NOW.minus(Duration.ofDays(29)));
    rows.forget(NOW.minus(Duration.ofDays(30)));
    assertTrue(rows.one(old).isEmpty());
    assertEquals(JobStatus.CANCELED, rows.one(fresh).orElseThrow().view().status());
    BulkRows.Kept kept = rows.one(running).orElseThrow();
    assertTrue(kept.set().isDeletion());
    assertEquals(2, rows.next(kept.view(), 10).size());
  }
}
