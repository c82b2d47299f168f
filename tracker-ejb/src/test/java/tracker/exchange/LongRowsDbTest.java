package tracker.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.job.JobStatus;
import tracker.shared.OnePostgres;
import tracker.shared.Texts;

class LongRowsDbTest {
  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

  private final LongRows rows = new LongRows(OnePostgres.sql());
  private final LongLines lines = new LongLines(OnePostgres.sql());
  private Reading reading = Reading.of(List.of(), List.of());

  private UUID brought(String csv) {
    Sheet sheet = new Sheet(new StringReader(csv));
    reading = Reading.of(sheet.head(), Map.of(), Map.of());
    UUID id =
        rows.add(
            UUID.randomUUID(),
            Locale.ENGLISH,
            UUID.randomUUID(),
            UUID.randomUUID(),
            reading,
            false,
            NOW);
    lines.add(id, sheet.next(100, 10_000), reading);
    lines.compare(id);
    rows.begin(id, false);
    return id;
  }

  private List<Integer> next(UUID id, int most, int letters) {
    return lines.next(id, reading, most, letters).stream().map(row -> row.line().number()).toList();
  }

  @Test
  void a_row_waits_for_the_one_it_lies_below_and_knows_who_had_its_name() {
    UUID id =
        brought("key,title,parent\nc,Below,p\np,Above,\nc,Twice,\n,Same,\n,Same,\nx,Self,x\n");
    List<Row> waiting = lines.next(id, reading, 100, 10_000);
    assertEquals(List.of(3, 4, 5, 6, 7), waiting.stream().map(row -> row.line().number()).toList());
    assertNull(waiting.get(0).twice());
    assertEquals(2, waiting.get(1).twice());
    assertEquals(1, waiting.get(2).nth());
    assertEquals(2, waiting.get(3).nth());
    assertEquals(6, rows.one(id).orElseThrow().view().total());
    OnePostgres.sql()
        .change("update exchange.line set came = true where row = 3 and intake_id = ?", id);
    assertTrue(next(id, 100, 10_000).contains(2), "what it lies below has come");
    assertEquals(List.of("p"), lines.came(id, List.of("p", "c", "nobody")));
  }

  @Test
  void a_portion_ends_by_rows_or_by_letters() {
    UUID id = brought("title\n" + "x\n".repeat(5) + "y".repeat(200) + "\nz\n");
    assertEquals(List.of(2, 3, 4), next(id, 3, 10_000));
    assertEquals(List.of(2, 3, 4, 5, 6, 7), next(id, 100, 100));
  }

  @Test
  void letters_that_cannot_be_kept_come_back_as_they_were() {
    UUID id = brought("title\na\u0000b\nc\ud800d\nё\n");
    List<Row> waiting = lines.next(id, reading, 100, 10_000);
    assertEquals(
        List.of("a\u0000b", "c\ud800d", "ё"),
        waiting.stream().map(row -> row.line().cell(0)).toList());
  }

  @Test
  void what_lies_below_itself_in_a_circle_is_left_out_and_told() {
    UUID id = brought("key,title,parent\na,A,b\nb,B,a\nc,C,a\n");
    assertEquals(List.of(), next(id, 100, 10_000));
    rows.leftOut(id, lines.leaveOut(id, Texts.in(Locale.ENGLISH)));
    rows.end(id, JobStatus.OK, NOW);
    LongImport told = rows.told(rows.one(id).orElseThrow().view());
    assertEquals(3, told.rejectedTotal());
    assertEquals(List.of(2, 3, 4), told.rejected().stream().map(ImportResult.Told::row).toList());
    assertTrue(told.rejected().get(2).fields().get("parent").contains("a"));
  }

  @Test
  void what_ended_long_ago_is_forgotten_and_what_runs_is_not() {
    UUID running = brought("title\nx\n");
    UUID old = brought("title\nx\n");
    UUID fresh = brought("title\nx\n");
    rows.end(old, JobStatus.OK, NOW.minus(Duration.ofDays(31)));
    rows.end(fresh, JobStatus.FAILED, NOW.minus(Duration.ofDays(29)));
    rows.forget(NOW.minus(Duration.ofDays(30)));
    assertTrue(rows.one(old).isEmpty());
    assertTrue(rows.one(fresh).isPresent());
    assertEquals(List.of(2), next(running, 1, 1));
  }
}
