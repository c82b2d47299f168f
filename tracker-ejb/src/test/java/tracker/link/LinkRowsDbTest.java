package tracker.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/** Links in the database, with 100,000 of other tasks beside them. */
class LinkRowsDbTest {
  private static final int LINKS = 100_000;

  /** Runs statements and keeps the plan of each. */
  private static final class Explained extends Sql {
    private final List<String> plans = new ArrayList<>();

    Explained(DataSource source) {
      super(source);
    }

    @Override
    public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... args) {
      plans.add(String.join("\n", super.list("explain " + sql, row -> row.getString(1), args)));
      return super.list(sql, reader, args);
    }
  }

  private final Explained sql = new Explained(OnePostgres.source());
  private final LinkRows rows = new LinkRows(sql);
  private final UUID one = Ids.next();
  private final UUID two = Ids.next();
  private final UUID three = Ids.next();

  @BeforeAll
  static void fill() {
    Sql sql = OnePostgres.sql();
    sql.change(
        "insert into link.link (id, type, from_id, to_id, created_by, created_at, updated_at)"
            + " select gen_random_uuid(), (array['blocks', 'relates', 'precedes'])[1 + n % 3],"
            + " gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), now()"
            + " from generate_series(1, ?) n",
        LINKS);
    sql.change("vacuum analyze link.link");
  }

  private UUID link(LinkType type, UUID from, UUID to) {
    UUID id = Ids.next();
    sql.change(
        "insert into link.link (id, type, from_id, to_id, created_by, created_at, updated_at)"
            + " values (?, ?, ?, ?, ?, now(), now())",
        id,
        type,
        from,
        to,
        Ids.next());
    return id;
  }

  private void delete(UUID id) {
    sql.change("update link.link set deleted_at = now() where id = ?", id);
  }

  @Test
  void a_task_is_found_on_both_ends_of_its_links() {
    UUID out = link(LinkType.BLOCKS, one, two);
    UUID in = link(LinkType.RELATES, three, one);
    delete(link(LinkType.PRECEDES, one, three));
    List<LinkRows.Row> found = rows.of(one);
    assertEquals(Set.of(out, in), found.stream().map(LinkRows.Row::id).collect(Collectors.toSet()));
    assertTrue(
        found.stream()
            .allMatch(
                row ->
                    row.direction(one) == Direction.OUTWARD
                        ? row.other(one).equals(two)
                        : row.other(one).equals(three)));
    assertEquals(2, rows.most(two, one));
    assertEquals(0, rows.most(Ids.next(), Ids.next()));
  }

  @Test
  void steps_are_followed_along_one_type_and_living_links_only() {
    link(LinkType.BLOCKS, one, two);
    link(LinkType.BLOCKS, two, three);
    link(LinkType.BLOCKS, three, one);
    link(LinkType.PRECEDES, two, Ids.next());
    UUID end = Ids.next();
    delete(link(LinkType.BLOCKS, three, end));
    assertEquals(
        Set.of(new Circle.Step(one, two), new Circle.Step(two, three), new Circle.Step(three, one)),
        Set.copyOf(rows.stepsFrom(LinkType.BLOCKS, two)));
    assertEquals(1, rows.stepsFrom(LinkType.PRECEDES, two).size());
    assertEquals(List.of(), rows.stepsFrom(LinkType.BLOCKS, end));
  }

  @ParameterizedTest
  @EnumSource
  void the_same_link_lives_once(LinkType type) {
    UUID first = link(type, one, two);
    assertTrue(rows.exists(type, one, two));
    assertEquals(type == LinkType.RELATES, rows.exists(type, two, one));
    assertThrows(SqlFailure.class, () -> link(type, one, two));
    if (type == LinkType.RELATES) {
      assertThrows(SqlFailure.class, () -> link(type, two, one));
    } else {
      link(type, two, one);
    }
    delete(first);
    assertFalse(rows.exists(type, one, two));
    link(type, one, two);
  }

  @Test
  void no_task_is_tied_to_itself() {
    assertThrows(SqlFailure.class, () -> link(LinkType.RELATES, one, one));
  }

  @Test
  void everyday_questions_are_answered_from_indexes() {
    link(LinkType.BLOCKS, one, two);
    sql.plans.clear();
    rows.of(one);
    rows.blocking(List.of(one, two));
    rows.stepsFrom(LinkType.BLOCKS, one);
    rows.exists(LinkType.RELATES, one, two);
    rows.most(one, two);
    rows.everOf(one, List.of(Ids.next()));
    for (String plan : sql.plans) {
      assertFalse(plan.contains("Seq Scan on link"), plan);
      assertTrue(
          plan.contains("link_from")
              || plan.contains("link_to")
              || plan.contains("link_pkey")
              || plan.contains("link_once"),
          plan);
    }
    assertEquals(6, sql.plans.size());
  }

  @Test
  void a_second_writer_of_a_type_waits_for_the_first() throws SQLException {
    try (Connection first = OnePostgres.source().getConnection();
        Connection second = OnePostgres.source().getConnection()) {
      first.setAutoCommit(false);
      new LinkRows(within(first)).lock(LinkType.BLOCKS);
      assertFalse(isFree(second, LinkType.BLOCKS));
      assertTrue(isFree(second, LinkType.PRECEDES));
      first.commit();
      assertTrue(isFree(second, LinkType.BLOCKS));
    }
  }

  private static boolean isFree(Connection connection, LinkType type) {
    String sql = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    return within(connection)
        .first(sql, row -> row.getBoolean(1), "link " + type.word())
        .orElseThrow();
  }

  /** Statements in one connection, which stays open between them. */
  private static Sql within(Connection connection) {
    ClassLoader loader = LinkRowsDbTest.class.getClassLoader();
    Object open =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {Connection.class},
            (proxy, method, args) ->
                method.getName().equals("close") ? null : method.invoke(connection, args));
    Object source =
        Proxy.newProxyInstance(
            loader, new Class<?>[] {DataSource.class}, (proxy, method, args) -> open);
    return new Sql((DataSource) source);
  }
}
