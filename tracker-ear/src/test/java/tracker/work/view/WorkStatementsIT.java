package tracker.work.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Statements;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** What board and list ask of the database does not grow with cards, rows and columns. */
@Isolated("counts the statements of one page")
class WorkStatementsIT {
  private static final int CARDS = 60;
  private static final int HUNG = 5;

  private final Person anna = People.named("Anna Weber");

  private void card(Project project, int n) {
    String key =
        Work.task(anna, project, "Card " + n, Map.of("assignee_id", anna.id())).field("key");
    anna.rest().post("/api/tasks/" + key + "/comments", Map.of("body", "Said " + n)).is(201);
    anna.rest()
        .upload(
            "/api/tasks/" + key + "/attachments",
            n + ".txt",
            "Words".getBytes(StandardCharsets.UTF_8))
        .is(201);
  }

  private Project board(int cards, int hung) {
    Project project = Work.project(anna);
    IntStream.range(0, hung).forEach(n -> card(project, n));
    List<Map<String, Object>> others =
        IntStream.range(hung, cards)
            .mapToObj(
                n ->
                    Map.<String, Object>of(
                        "title", "Card " + n, "project", project.key(), "tags", List.of("a")))
            .toList();
    if (!others.isEmpty()) {
      anna.rest().post("/api/tasks/batch", Map.of("tasks", others)).is(201);
    }
    return project;
  }

  private static List<String> statements(APIRequestContext calls, String path) {
    return Statements.of(
        () -> {
          APIResponse answer = calls.get(Product.shared().url() + path);
          assertEquals(200, answer.status());
        });
  }

  @Test
  void sixty_cards_with_comments_and_files_ask_no_more_than_one() {
    Project small = board(1, 1);
    Project large = board(CARDS, HUNG);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      APIRequestContext calls = browser.page().request();
      String page = calls.get(Product.shared().url() + "/board/" + large.key()).text();
      assertEquals(CARDS, page.split("class=\"card\"", -1).length - 1);
      assertEquals(2 * HUNG, page.split("class=\"status counted\"", -1).length - 1);
      for (String query : List.of("", "?lanes=assignee", "?lanes=parent")) {
        List<String> one = statements(calls, "/board/" + small.key() + query);
        List<String> many = statements(calls, "/board/" + large.key() + query);
        assertTrue(many.size() <= one.size(), () -> query + one + "\n" + many);
        System.Logger log = System.getLogger(WorkStatementsIT.class.getName());
        log.log(System.Logger.Level.INFO, "A board {0}: {1} statements", query, many.size());
      }
    }
  }

  @Test
  void fifty_rows_with_all_columns_ask_no_more_than_one() {
    String one = "/list?sort=created_at&project=" + board(1, 1).key();
    String many = "/list?sort=created_at&project=" + board(CARDS, HUNG).key();
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      APIRequestContext calls = browser.page().request();
      List<String> single = statements(calls, one);
      List<String> usual = statements(calls, many);
      // what does not fit into the first part is counted, and names are asked for where there are
      // any
      assertTrue(usual.size() <= single.size() + 2, () -> single + "\n" + usual);
      browser.go(one).part("columns").click();
      for (String name : List.of("Type", "Project", "Created by", "Created")) {
        browser
            .part("columns-menu")
            .getByLabel(name, new Locator.GetByLabelOptions().setExact(true))
            .check();
      }
      String page = calls.get(Product.shared().url() + many).text();
      assertEquals(50, page.split("<td class=\"c-creator\"", -1).length - 1);
      List<String> rows = statements(calls, many);
      assertTrue(rows.size() <= usual.size(), () -> usual + "\n" + rows);
    }
  }
}
