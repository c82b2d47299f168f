package tracker.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tracker.notify.Receiver.Got;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** Messages from a real database to real receivers. */
class DeliveryDbTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private final Sql sql = OnePostgres.sql();
  private final Clock clock = new Clock();
  private final Outbox outbox = new Outbox(sql, clock);
  private final JobRows rows = new JobRows(sql);
  private final UUID account = Ids.next();
  private final Receiver receiver = new Receiver();
  private final BlockingQueue<String> tried = new LinkedBlockingQueue<>();
  private final List<Delivery> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(Delivery::close);
    receiver.close();
    sql.change("delete from notify.job where account_id = ?", account);
  }

  private Delivery node(Set<String> allowed) {
    return node(allowed, Duration.ofMinutes(1));
  }

  private Delivery node(Set<String> allowed, Duration gap) {
    NotifySettings settings =
        new NotifySettings(
            true,
            null,
            "gerask@localhost",
            allowed,
            List.of(gap, gap.multipliedBy(5), gap.multipliedBy(10)));
    Delivery node =
        new Delivery(
            outbox,
            settings,
            clock,
            Executors.defaultThreadFactory(),
            one -> tried.add(one.result()));
    nodes.add(node);
    node.start();
    return node;
  }

  private Delivery node() {
    return node(Set.of(receiver.host()));
  }

  private UUID add(String path) {
    return add(path, clock.now(), null);
  }

  private UUID add(String path, Instant when, @Nullable String secret) {
    URI url = URI.create("http://" + receiver.host() + path);
    return add(
        new Message.Call(
            url, "{\"at\": \"" + path + "\"}", secret == null ? List.of() : List.of(secret), null),
        when);
  }

  private UUID add(Message message, Instant when) {
    UUID id = Ids.next();
    rows.add(new JobRows.NewJob(id, account, Ids.next(), message, when), clock.now());
    return id;
  }

  private JobView job(UUID id) {
    return rows.one(JobRows.Wanted.all().and("id = ?", id)).orElseThrow();
  }

  private String result() throws InterruptedException {
    return String.valueOf(tried.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void a_call_is_signed_and_known_by_its_event() throws Exception {
    UUID id = add("/ok", clock.now(), SECRET);
    node();
    assertEquals("ok", result());
    Got got = receiver.next();
    assertEquals(job(id).eventId().toString(), got.header("webhook-id"));
    assertEquals(
        Signature.of(
            SECRET,
            got.header("webhook-id"),
            Long.parseLong(got.header("webhook-timestamp")),
            got.body()),
        got.header("webhook-signature"));
    assertEquals("{\"at\": \"/ok\"}", got.body());
    assertTrue(got.header("Content-Type").startsWith("application/json"), got::toString);
    assertEquals(JobStatus.OK, job(id).status());
    assertEquals(1, job(id).attempts());
    assertNull(job(id).lastError());
  }

  @Test
  void after_four_tries_with_growing_gaps_it_lies_among_the_failed_ones() throws Exception {
    UUID id = add("/500");
    Delivery node = node();
    assertEquals("retry", result());
    Duration past = Duration.ZERO;
    for (long minutes : new long[] {1, 5, 10}) {
      assertEquals(JobStatus.QUEUED, job(id).status());
      assertEquals("The receiver answered 500", job(id).lastError());
      // not before its time
      past = past.plus(Duration.ofSeconds(minutes * 60 - 5));
      clock.shift(past);
      assertEquals(List.of(), outbox.take(9, List.of(), 9));
      past = past.plus(Duration.ofSeconds(minutes * 12 + 6));
      clock.shift(past);
      node.look();
      assertEquals(minutes == 10 ? "failed" : "retry", result());
    }
    assertEquals(JobStatus.FAILED, job(id).status());
    assertEquals(4, job(id).attempts());
    List<FailedView> failed =
        rows.failed(JobRows.Wanted.all().and("f.account_id = ?", account), PageAsk.first(9))
            .items();
    assertEquals(List.of(id), failed.stream().map(FailedView::id).toList());
    assertEquals(4, failed.get(0).attempts());
    for (int i = 0; i < 4; i++) {
      assertEquals(job(id).eventId().toString(), receiver.next().header("webhook-id"));
    }
    assertEquals(1, rows.replay(JobRows.Wanted.all().and("f.id = ?", id), clock.now()));
    node.look();
    assertEquals("retry", result());
    assertEquals(job(id).eventId().toString(), receiver.next().header("webhook-id"));
    assertEquals(1, job(id).attempts());
  }

  @Test
  void a_receiver_that_hangs_delays_nobody_else() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    receiver.holds("/hang", gate);
    List<UUID> hanging = IntStream.range(0, 40).mapToObj(i -> add("/hang")).toList();
    UUID id = add("/ok");
    node();
    assertEquals("ok", result());
    assertEquals(JobStatus.OK, job(id).status());
    assertEquals(JobStatus.QUEUED, job(hanging.get(0)).status());
    gate.countDown();
    assertEquals("ok", result());
  }

  @Test
  void poison_among_many_fails_alone_after_four_tries_and_hardly_delays_the_others()
      throws Exception {
    node(Set.of(receiver.host()), Duration.ofMillis(20));
    List<UUID> alone = IntStream.range(0, 950).mapToObj(i -> add("/ok/" + i % 40)).toList();
    assertEquals(Map.of("ok", 950), results(950));
    List<UUID> poison = new ArrayList<>();
    List<UUID> sound = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      (i % 20 == 0 ? poison : sound).add(add(i % 20 == 0 ? "/500" : "/ok/" + i % 40));
    }
    assertEquals(Map.of("ok", 950, "retry", 150, "failed", 50), results(1150));
    Set<UUID> failed =
        rows
            .failed(JobRows.Wanted.all().and("f.account_id = ?", account), PageAsk.first(200))
            .items()
            .stream()
            .map(FailedView::id)
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(poison), failed);
    poison.forEach(id -> assertEquals(4, job(id).attempts()));
    double before = wait95(alone);
    double beside = wait95(sound);
    assertTrue(beside <= 2 * before, () -> before + " s alone, " + beside + " s beside poison");
  }

  private Map<String, Integer> results(int many) throws InterruptedException {
    Map<String, Integer> results = new HashMap<>();
    for (int i = 0; i < many; i++) {
      results.merge(result(), 1, Integer::sum);
    }
    return results;
  }

  /** How many seconds 95 of 100 of these waited at most. */
  private double wait95(List<UUID> jobs) {
    return sql.first(
            "select percentile_cont(0.95) within group"
                + " (order by extract(epoch from ended_at - created_at))"
                + " from notify.job where id = any(?)",
            row -> row.getDouble(1),
            jobs)
        .orElseThrow();
  }

  @Test
  void calls_to_one_address_go_out_one_after_the_other_in_their_order() throws Exception {
    List<UUID> ids = IntStream.range(0, 30).mapToObj(i -> add("/ok?n=" + i)).toList();
    node();
    node();
    List<String> events = new ArrayList<>();
    for (UUID id : ids) {
      assertEquals("ok", result());
      events.add(job(id).eventId().toString());
    }
    List<String> got = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      got.add(receiver.next().header("webhook-id"));
    }
    assertEquals(events, got);
    assertEquals(1, receiver.atOnce());
  }

  @Test
  void a_redirect_is_not_followed_and_no_end_of_an_answer_is_waited_for() throws Exception {
    UUID moved = add("/302");
    UUID endless = add("/endless");
    node();
    assertEquals(Set.of("retry", "ok"), Set.of(result(), result()));
    assertEquals("The receiver answered 302", job(moved).lastError());
    assertEquals(JobStatus.OK, job(endless).status());
    assertEquals(
        Set.of("/302", "/endless"), Set.of(receiver.next().path(), receiver.next().path()));
    assertNull(receiver.nothing());
  }

  @Test
  void an_address_of_this_machine_is_never_connected_to_unless_it_is_allowed() throws Exception {
    UUID id = add("/ok");
    node(Set.of("localhost:1"));
    assertEquals("failed", result());
    assertEquals(1, job(id).attempts());
    assertEquals("This address may not be called", job(id).lastError());
    assertNull(receiver.nothing());
  }

  @Test
  void what_gives_no_answer_is_told_in_one_way_whatever_it_is() throws Exception {
    String closed = new Receiver().closed();
    UUID refused =
        add(
            new Message.Call(URI.create("http://" + closed + "/"), "1", List.of(), null),
            clock.now());
    UUID cut = add("/cut");
    node(Set.of(closed, receiver.host()));
    assertEquals(List.of("retry", "retry"), List.of(result(), result()));
    assertEquals("The receiver gave no answer", job(refused).lastError());
    assertEquals("The receiver gave no answer", job(cut).lastError());
  }

  @Test
  void what_a_killed_node_had_in_hand_is_taken_again_within_a_minute() throws Exception {
    UUID id = add("/ok");
    List<Message.Try> lost = outbox.take(1, List.of(), 1);
    assertEquals(List.of(id), lost.stream().map(Message.Try::job).toList());
    assertEquals(List.of(), outbox.take(1, List.of(), 1));
    clock.shift(Duration.ofSeconds(59));
    node();
    assertEquals("ok", result());
    Message.Try old = lost.get(0);
    outbox.failed(old, Undelivered.forGood("too late to tell"));
    assertEquals(JobStatus.OK, job(id).status());
    assertNotNull(receiver.next());
  }

  @Test
  void a_node_that_is_stopped_ends_what_it_took_and_takes_no_more() throws Exception {
    for (int round = 0; round < 8; round++) {
      IntStream.range(0, 40).forEach(i -> add("/ok/" + i));
      Delivery node = node();
      for (int i = 0; i < round; i++) {
        assertEquals("ok", result());
      }
      node.close();
      assertEquals(0, many("lease is not null"), "Nothing is left in hand");
      assertEquals(receiver.waiting(), many("status = 'ok'"), "What came is noted");
      tried.clear();
    }
  }

  private long many(String which) {
    return sql.first(
            "select count(*) from notify.job where account_id = ? and " + which,
            row -> row.getLong(1),
            account)
        .orElseThrow();
  }

  @Test
  void it_waits_for_its_time_and_can_be_taken_back_until_it_is_under_way() throws Exception {
    UUID later = add("/ok", clock.now().plus(Duration.ofHours(1)), null);
    UUID canceled = add("/ok", clock.now().plus(Duration.ofHours(1)), null);
    assertEquals(List.of(), outbox.take(9, List.of(), 9));
    assertTrue(rows.cancel(canceled, clock.now()));
    assertEquals(JobStatus.CANCELED, job(canceled).status());
    clock.shift(Duration.ofHours(1).plusSeconds(1));
    assertEquals(
        List.of(later), outbox.take(9, List.of(), 9).stream().map(Message.Try::job).toList());
    assertEquals(false, rows.cancel(later, clock.now()));
    assertEquals(false, rows.cancel(canceled, clock.now()));
  }

  @Test
  void what_ended_is_forgotten_with_its_failure() {
    UUID id = add("/ok");
    Message.Try one = outbox.take(1, List.of(), 1).get(0);
    outbox.failed(one, Undelivered.forGood("no"));
    outbox.forget(clock.now().minus(Duration.ofDays(30)));
    assertEquals(JobStatus.FAILED, job(id).status());
    outbox.forget(clock.now().plusSeconds(1));
    assertEquals(true, rows.one(JobRows.Wanted.all().and("id = ?", id)).isEmpty());
    assertEquals(
        0L,
        rows.failed(JobRows.Wanted.all().and("f.account_id = ?", account), PageAsk.first(1))
            .total());
  }

  @Test
  void a_line_that_is_held_keeps_what_waits_until_it_is_let_go() throws Exception {
    URI url = URI.create("http://" + receiver.host() + "/ok");
    UUID first = add(new Message.Call(url, "1", List.of(), "line " + account), clock.now());
    rows.hold("line " + account, true, clock.now());
    assertEquals(List.of(), outbox.take(9, List.of(), 9));
    rows.readdress("line " + account, url.resolve("/other"), List.of("first one", "second one"));
    rows.hold("line " + account, false, clock.now());
    node();
    assertEquals("ok", result());
    assertEquals(JobStatus.OK, job(first).status());
    Got got = receiver.next();
    assertEquals("/other", got.path());
    assertEquals(2, got.header("webhook-signature").split(" ").length);
  }

  @Test
  void what_the_receiver_said_is_kept_in_its_beginning() throws Exception {
    UUID id = add("/endless");
    node();
    assertEquals("ok", result());
    assertEquals(
        List.of("200 4096"),
        sql.list(
            "select answered || ' ' || length(answer) from notify.job where id = ?",
            row -> row.getString(1),
            id));
  }

  @Test
  void operators_see_how_much_waits_and_how_late_it_is() {
    add("/ok", clock.now().minusSeconds(90), null);
    Map<String, Double> figures =
        outbox.figures().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    one -> one.name().replace("tracker_notify_", ""), one -> one.value()));
    assertEquals(1, figures.get("waiting"));
    assertTrue(figures.get("oldest_seconds") >= 90, figures::toString);
    assertEquals(0, figures.get("failed"));
  }
}
