package tracker.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.shared.Ids;
import tracker.shared.OneConnection;
import tracker.shared.OnePostgres;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** The feed against a real database: nothing is lost, nothing comes twice, nothing leaks. */
class FeedDbTest {
  private static final int WRITERS = 8;
  private final Sql sql = OnePostgres.sql();
  private final Records records = new Records();
  private final Caller ann = Records.caller(Role.USER);
  private final Caller admin = Records.caller(Role.ADMIN);
  private final UUID secret = records.project("private");
  private final String start = new FeedRows(sql, ann).end().cursor();

  private static ChangesAsk ask(@Nullable String after) {
    return ChangesAsk.of(after, "200", null, null);
  }

  /** Walks to the end. */
  private List<ChangeView> all(Caller caller, ChangesAsk from) {
    List<ChangeView> found = new ArrayList<>();
    FeedRows rows = new FeedRows(sql, caller);
    ChangesPart part;
    ChangesAsk next = from;
    do {
      part = rows.part(next, false);
      found.addAll(part.items());
      next = next.from(part.next());
    } while (part.more());
    return found;
  }

  private Set<UUID> ids(Caller caller) {
    return all(caller, ask(start)).stream().map(ChangeView::id).collect(Collectors.toSet());
  }

  private @Nullable Object seen(Caller caller, UUID change) {
    return ids(caller).contains(change);
  }

  @Test
  void a_reader_sees_each_entry_once_whatever_commits_late() throws Exception {
    UUID task = records.task(secret, admin.id());
    ConcurrentLinkedQueue<UUID> written = new ConcurrentLinkedQueue<>();
    CountDownLatch writing = new CountDownLatch(WRITERS);
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
    List<UUID> read = new ArrayList<>();
    try (Connection slow = OnePostgres.source().getConnection()) {
      slow.setAutoCommit(false);
      written.addAll(records.change(slow, "task", task, secret, null, 3));
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        // a task each, for the chain of one entity is written by one at a time
        UUID own = records.task(secret, admin.id());
        writers.add(
            pool.submit(
                () -> {
                  for (int n = 0; n < 50; n++) {
                    written.addAll(write(own, n));
                  }
                  writing.countDown();
                  return null;
                }));
      }
      String next = start;
      while (writing.getCount() > 0) {
        next = readOn(next, read);
      }
      assertEquals(List.of(), read, "The oldest writer still runs: nothing is complete");
      slow.commit();
      for (Future<?> writer : writers) {
        writer.get();
      }
      readOn(readOn(next, read), read);
    } finally {
      pool.shutdown();
    }
    assertEquals(written.size(), read.size(), "Each once");
    assertEquals(Set.copyOf(written), Set.copyOf(read));
  }

  private List<UUID> write(UUID task, int n) throws SQLException {
    try (Connection connection = OnePostgres.source().getConnection()) {
      connection.setAutoCommit(false);
      List<UUID> ids = records.change(connection, "task", task, secret, null, 1 + n % 3);
      if (n % 10 == 9) {
        connection.rollback();
        return List.of();
      }
      connection.commit();
      return ids;
    }
  }

  private String readOn(String after, List<UUID> into) {
    FeedRows rows = new FeedRows(sql, admin);
    ChangesPart part = rows.part(ask(after), false);
    part.items().forEach(one -> into.add(one.id()));
    while (part.more()) {
      part = rows.part(ask(part.next()), false);
      part.items().forEach(one -> into.add(one.id()));
    }
    return part.next();
  }

  @Test
  void what_is_in_a_private_project_is_for_its_members_while_they_are_members() {
    UUID task = records.task(secret, admin.id());
    UUID change = records.change("task", task, secret, null);
    UUID said = records.change("comment", records.comment(task), secret, null);
    UUID named = records.change("project", secret, secret, null);
    assertEquals(Set.of(), ids(ann));
    assertEquals(Set.of(change, said, named), ids(admin));
    records.join(secret, ann);
    assertEquals(Set.of(change, said, named), ids(ann));
    ChangeView comment = all(ann, ask(start)).get(1);
    assertEquals(task, comment.taskId());
    assertEquals(secret, comment.projectId());
    assertTrue(String.valueOf(comment.taskKey()).startsWith(comment.projectKey() + "-"));
    records.leave(secret, ann);
    assertEquals(Set.of(), ids(ann));
  }

  @Test
  void a_task_that_moved_is_seen_where_it_is_now() {
    UUID open = records.project("internal");
    UUID task = records.task(open, admin.id());
    UUID change = records.change("task", task, open, null);
    assertEquals(true, seen(ann, change));
    sql.change(
        "update task.task set project_id = ?, space = (select key from task.project where id = ?)"
            + " where id = ?",
        secret,
        secret,
        task);
    assertEquals(false, seen(ann, change));
  }

  @Test
  void a_task_outside_of_projects_is_for_its_creator_and_its_assignee() {
    Caller other = Records.caller(Role.USER);
    UUID task = records.task(null, ann.id());
    UUID change = records.change("task", task, null, ann.id());
    assertEquals(true, seen(ann, change));
    assertEquals(false, seen(other, change));
    sql.change("update task.task set assignee_id = ? where id = ?", other.id(), task);
    assertEquals(true, seen(other, change));
  }

  @Test
  void the_trash_of_projects_hides_their_tasks_and_shows_that_they_went() {
    UUID open = records.project("internal");
    UUID change = records.change("task", records.task(open, admin.id()), open, null);
    sql.change("update task.project set deleted_at = now() where id = ?", open);
    UUID deleted = records.change("project", open, open, null);
    assertEquals(Set.of(deleted), ids(ann));
    assertEquals(Set.of(deleted), ids(admin));
    assertFalse(ids(admin).contains(change));
  }

  @Test
  void accounts_are_told_of_to_themselves_and_to_administrators() {
    UUID mine = records.change("account", ann.id(), null, admin.id());
    UUID other = records.change("account", Ids.next(), null, admin.id());
    assertEquals(Set.of(mine), ids(ann));
    assertEquals(Set.of(mine, other), ids(admin));
  }

  @Test
  void a_tag_is_told_of_to_those_who_see_it() {
    UUID tag = Ids.next();
    sql.change(
        "insert into task.tag (id, name, colour, created_by) values (?, ?, '#112233', ?)",
        tag,
        tag.toString(),
        admin.id());
    UUID change = records.change("tag", tag, null, admin.id());
    assertEquals(true, seen(ann, change));
    sql.change("insert into task.task_tag values (?, ?)", records.task(secret, admin.id()), tag);
    assertEquals(false, seen(ann, change));
  }

  @Test
  void an_unknown_word_is_for_administrators_and_outside_of_projects_for_its_actor() {
    UUID mine = records.change("thing", Ids.next(), null, ann.id());
    UUID placed = records.change("thing", Ids.next(), records.project("internal"), ann.id());
    assertEquals(Set.of(mine), ids(ann));
    assertEquals(Set.of(mine, placed), ids(admin));
  }

  @Test
  void a_file_that_is_gone_for_good_is_told_of_to_those_who_see_its_project() {
    UUID gone = records.change("attachment", Ids.next(), secret, null);
    assertEquals(Set.of(), ids(ann));
    records.join(secret, ann);
    assertEquals(Set.of(gone), ids(ann));
  }

  @Test
  void a_dump_read_into_another_cluster_is_in_the_feed_and_readers_go_on() throws SQLException {
    UUID task = records.task(records.project("internal"), admin.id());
    UUID before = records.change("task", task, null, null);
    UUID after = records.change("task", task, null, null);
    try (Connection connection = OnePostgres.source().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      statement.execute(
          "update journal.change set txid = (txid::text::bigint + 1000000000)::text::xid8");
      statement.execute("set local session_replication_role = origin");
      FeedRows rows = new FeedRows(new Sql(OneConnection.of(connection)), ann);
      String place = new Place(1_000_000_100L, before).cursor();
      assertEquals(List.of(), rows.part(ask(null), false).items(), "All of it is still to come");
      assertTrue(rows.renumber() >= 2);
      assertEquals(0, rows.renumber(), "Once is enough");
      List<UUID> found = rows.part(ask(place), false).items().stream().map(ChangeView::id).toList();
      assertEquals(List.of(after), found);
      try (var proof = statement.executeQuery("select first_bad from journal.verify()")) {
        proof.next();
        assertNull(proof.getObject(1), "What is proved does not lean on these numbers");
      }
      connection.rollback();
    }
  }

  @Test
  void a_walk_gets_on_where_much_is_not_ones_own_to_see() {
    UUID task = records.task(secret, admin.id());
    write(task);
    UUID mine = records.change("account", ann.id(), null, ann.id());
    FeedRows rows = new FeedRows(sql, ann);
    ChangesPart first = rows.part(ask(start), false);
    assertEquals(List.of(), first.items());
    assertTrue(first.more(), "A stretch has an end");
    assertFalse(first.next().equals(start), "and its cursor moves on");
    assertEquals(Set.of(mine), ids(ann));
  }

  private void write(UUID task) {
    try (Connection connection = OnePostgres.source().getConnection()) {
      records.change(connection, "task", task, secret, null, FeedRows.STRETCH + 10);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_part_ends_with_its_limit_and_the_next_begins_right_there() {
    UUID task = records.task(secret, admin.id());
    for (int i = 0; i < 5; i++) {
      records.change("task", task, secret, null);
    }
    FeedRows rows = new FeedRows(sql, admin);
    ChangesPart first = rows.part(ChangesAsk.of(start, "2", null, null), false);
    assertEquals(2, first.items().size());
    assertTrue(first.more());
    assertEquals(first.items().get(1).cursor(), first.next());
    ChangesPart second = rows.part(ChangesAsk.of(first.next(), "200", null, null), false);
    assertEquals(3, second.items().size());
    assertFalse(second.more());
    assertEquals(List.of(), rows.part(ask(second.next()), false).items());
  }

  @Test
  void the_feed_can_be_narrowed_to_a_project_or_to_a_word() {
    UUID open = records.project("internal");
    UUID task = records.task(open, admin.id());
    UUID change = records.change("task", task, open, null);
    UUID said = records.change("comment", records.comment(task), open, null);
    records.change("task", records.task(records.project("internal"), admin.id()), null, null);
    ChangesAsk inProject = ChangesAsk.of(start, null, open.toString(), null);
    assertEquals(List.of(change, said), all(ann, inProject).stream().map(ChangeView::id).toList());
    String key = String.valueOf(all(ann, inProject).get(0).projectKey());
    assertEquals(
        2,
        all(ann, ChangesAsk.of(start, null, key.toLowerCase(java.util.Locale.ROOT), null)).size());
    ChangesAsk comments = ChangesAsk.of(start, null, key, "comment");
    assertEquals(List.of(said), all(ann, comments).stream().map(ChangeView::id).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "WyJ4Il0", "WyItMSIsIngiXQ", "WyIxIiwieCJd"})
  void a_cursor_that_is_none_is_refused(String cursor) {
    Problem refused = assertThrows(Problem.class, () -> ask(cursor));
    assertTrue(refused.fields().containsKey("after"), refused::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "many", "-1"})
  void a_limit_out_of_range_is_refused(String limit) {
    Problem refused = assertThrows(Problem.class, () -> ChangesAsk.of(null, limit, null, null));
    assertTrue(refused.fields().containsKey("limit"), refused::getMessage);
  }
}
