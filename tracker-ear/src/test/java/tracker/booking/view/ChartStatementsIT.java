package tracker.booking.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Database;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Statements;

/** What a chart asks of the database does not grow with its rooms. */
@Isolated("counts the statements of one page")
class ChartStatementsIT {
  private static final int ROOMS = 200;
  private static final int MOST = 25;

  private final Person desk = People.named("Clara Desk");

  private static void fill(UUID hotel, UUID owner) {
    Database.shared()
        .change(
            "insert into hotel.room select gen_random_uuid(), ?, (100 + n)::text, 1 + n % 3, 90,"
                + " 'EUR', '{}', '[]', ?, now(), now(), null, 1 from generate_series(1, ?) n",
            hotel, owner, ROOMS);
    Database.shared()
        .change(
            "insert into booking.booking select gen_random_uuid(), r.id, r.hotel_id,"
                + " current_date + 4 * n, current_date + 4 * n + 3, 1, 'Guest ' || n, null,"
                + " 'confirmed', 270, 'EUR', r.created_by, now(), now(), null, 1"
                + " from hotel.room r, generate_series(-1, 4) n where r.hotel_id = ?",
            hotel);
  }

  private static List<String> statements(APIRequestContext calls, String hotel) {
    return Statements.of(
        () -> {
          APIResponse answer = calls.get(Product.shared().url() + "/chart/" + hotel);
          assertEquals(200, answer.status());
        });
  }

  @Test
  void two_hundred_rooms_ask_no_more_than_one() {
    String small = Lodging.hotelOf(desk);
    Lodging.room(small);
    String large = Lodging.hotel(Map.of("manager_ids", List.of(desk.id())));
    fill(UUID.fromString(large), UUID.fromString(desk.id()));
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      APIRequestContext calls = browser.page().request();
      List<String> one = statements(calls, small);
      List<String> many = statements(calls, large);
      // names of guests are asked for together, where there are any
      assertTrue(many.size() <= one.size() + 1, () -> one + "\n" + many);
      assertTrue(one.size() <= MOST, () -> one.size() + ": " + one);
      String page = calls.get(Product.shared().url() + "/chart/" + large).text();
      assertEquals(ROOMS, page.split("data-test=\"row-", -1).length - 1);
      assertTrue(page.split("data-test=\"bar\"", -1).length > 3 * ROOMS, "bars are shown");
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        long start = System.nanoTime();
        calls.get(Product.shared().url() + "/chart/" + large);
        best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
      }
      // a time is of the machine: it is told, for docs/capabilities/booking.md
      System.Logger log = System.getLogger(ChartStatementsIT.class.getName());
      log.log(System.Logger.Level.INFO, "A chart of {0} rooms: {1} ms", ROOMS, best);
      browser.go("/chart/" + large);
      browser.fitsSideways().shoot("chart-large");
    }
  }
}
