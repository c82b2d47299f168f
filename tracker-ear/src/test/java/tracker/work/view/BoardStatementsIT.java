package tracker.work.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
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

/** What a board asks of the database does not grow with its cards, nor with what hangs on them. */
@Isolated("counts the statements of one page")
class BoardStatementsIT {
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

  private static List<String> statements(APIRequestContext calls, Project board, String query) {
    return Statements.of(
        () -> {
          APIResponse answer = calls.get(Product.shared().url() + "/board/" + board.key() + query);
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
        List<String> one = statements(calls, small, query);
        List<String> many = statements(calls, large, query);
        assertTrue(many.size() <= one.size(), () -> query + one + "\n" + many);
        System.Logger log = System.getLogger(BoardStatementsIT.class.getName());
        log.log(System.Logger.Level.INFO, "A board {0}: {1} statements", query, many.size());
      }
    }
  }
}
