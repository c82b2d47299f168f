package tracker.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** Free rooms are found among 10,000 with 1,000,000 bookings, 200,000 of them still to come. */
class FreeRoomsDbTest {
  private static final int CITIES = 20;
  private static final UUID MARK = Ids.next();

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

  private static final Clock CLOCK = new Clock();
  private static UUID city = Ids.next();

  @BeforeAll
  static void fill() {
    Sql sql = OnePostgres.sql();
    UUID country = Ids.next();
    sql.change(
        "insert into hotel.country select ?, 'Large', upper(substr(translate(md5(?::text),"
            + " '0123456789', 'ghijklmnop'), 1, 3)), ?, now(), now(), null, 1",
        country,
        country,
        MARK);
    sql.change(
        "insert into hotel.city select gen_random_uuid(), 'City ' || n, ?, ?, now(), now(), null, 1"
            + " from generate_series(1, ?) n",
        country,
        MARK,
        CITIES);
    sql.change(
        "insert into hotel.hotel select gen_random_uuid(), 'Hotel ' || n, c.id, null, null, '{}',"
            + " 'UTC', null, false, 0, '{}', null, false, c.created_by, now(), now(), null, 1"
            + " from hotel.city c, generate_series(1, 5) n where c.created_by = ?",
        MARK);
    sql.change(
        "insert into hotel.room select gen_random_uuid(), h.id, n::text, 1 + n % 4, 50 + n, 'EUR',"
            + " '{}', '[]', h.created_by, now(), now(), null, 1"
            + " from hotel.hotel h, generate_series(1, 100) n where h.created_by = ?",
        MARK);
    // each room: 80 stays that are over, and 20 to come with a free night after every third one
    sql.change(
        "insert into booking.booking select gen_random_uuid(), r.id, r.hotel_id, d.day, d.day + 2, 1,"
            + " null, null, case when n < 80 then 'checked_out' else 'confirmed' end, 100, 'EUR',"
            + " r.created_by, now(), now(), null, 1 from hotel.room r, generate_series(0, 99) n,"
            + " lateral (select current_date - 160 + 2 * n"
            + " + case when n < 80 then 0 else (n - 80) / 3 + 1 end as day) d where r.created_by = ?",
        MARK);
    sql.change("vacuum analyze booking.booking");
    sql.change("vacuum analyze hotel.room");
    sql.change("vacuum analyze hotel.hotel");
    city =
        sql.first(
                "select id from hotel.city where created_by = ? limit 1",
                row -> row.getObject(1, UUID.class),
                MARK)
            .orElseThrow();
  }

  private final Explained sql = new Explained(OnePostgres.source());

  private static FreeAsk ask(int after, int nights, int guests) {
    LocalDate from = LocalDate.ofInstant(CLOCK.now(), ZoneOffset.UTC).plusDays(after);
    return new FreeAsk(city, null, from, from.plusDays(nights), guests, List.of());
  }

  private Page<FreeRoom> found(FreeAsk ask) {
    return new FreeRooms(sql, CLOCK).page(ask, PageAsk.first(50));
  }

  @Test
  void what_is_found_is_what_no_booking_holds() {
    Set<LocalDate> held = new HashSet<>();
    OnePostgres.sql()
        .list(
            "select distinct g::date from booking.booking b, generate_series(b.check_in,"
                + " b.check_out - 1, interval '1 day') g where b.status = 'confirmed'"
                + " and b.created_by = ?",
            row -> held.add(row.getObject(1, LocalDate.class)),
            MARK);
    int some = 0;
    for (int day = 1; day < 55; day++) {
      FreeAsk ask = ask(day, 1, 1);
      assertEquals(held.contains(ask.checkIn()) ? 0 : 500, found(ask).total(), ask::toString);
      some += held.contains(ask.checkIn()) ? 0 : 1;
    }
    assertTrue(some > 5, some + " free nights");
  }

  @Test
  void it_looks_at_one_booking_of_a_room_however_many_there_are() {
    found(ask(60, 3, 2));
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long start = System.nanoTime();
      Page<FreeRoom> page =
          new FreeRooms(OnePostgres.sql(), CLOCK).page(ask(60, 3, 2), PageAsk.first(50));
      best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
      assertEquals(50, page.items().size());
      assertTrue(page.total() >= 300, page.total() + " rooms");
    }
    String plan = sql.plans.get(0);
    assertTrue(plan.contains("booking_held"), plan);
    assertFalse(plan.contains("Seq Scan on booking"), plan);
    // a time is of the machine, the plan is ours: it is told, for docs/capabilities/booking.md
    System.Logger log = System.getLogger(FreeRoomsDbTest.class.getName());
    log.log(System.Logger.Level.INFO, "Free rooms of a city: {0} ms", best);
  }
}
