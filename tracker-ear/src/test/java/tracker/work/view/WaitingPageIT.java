package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
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
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** My work: who waits for the reader, and who mentioned them. */
@Isolated("counts the statements of one page")
class WaitingPageIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Person anna = People.newcomer();
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(boris);

  WaitingPageIT() {
    Work.join(boris, project, anna, "member");
  }

  private String task(String title, Map<String, Object> fields) {
    return Work.task(boris, project, title, fields).field("key");
  }

  /** A task of Boris that waits for one of Anna. */
  private String held(String by, String title) {
    String held = task(title, Map.of("assignee_id", boris.id()));
    blocks(by, held);
    return held;
  }

  private void blocks(String by, String held) {
    boris
        .rest()
        .post("/api/tasks/" + by + "/links", Map.of("type", "blocks", "task_id", held))
        .is(201);
  }

  private void mention(String key, String words) {
    String body = "@" + anna.name() + " " + words;
    boris.rest().post("/api/tasks/" + key + "/comments", Map.of("body", body)).is(201);
  }

  private long mentions() {
    return anna.rest()
        .get("/api/inbox?reason=mentioned&unread=true")
        .is(200)
        .json()
        .path("total")
        .asLong();
  }

  @Test
  void what_others_wait_for_and_unread_mentions_stand_beside_and_go_as_they_are_done() {
    String mine = task("Find the plumber", Map.of("assignee_id", anna.id()));
    String held = held(mine, "Paint the wall behind the pipe");
    String own = task("Buy the paint", Map.of("assignee_id", anna.id()));
    blocks(mine, own);
    mention(held, "when does the **plumber** come?");
    Waiting.until(SOON, () -> mentions() == 1, () -> "one mention, not " + mentions());
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/my-work").page();
      assertThat(browser.part("part-waiting")).containsText("Waiting for me 1");
      assertThat(browser.part("part-waiting")).containsText("waits for " + mine);
      assertThat(browser.part("part-waiting")).containsText("Paint the wall");
      assertThat(browser.part("part-mentions")).containsText("when does the");
      assertThat(browser.part("part-mentions").locator("a.call")).hasCount(1);
      browser.isAccessible().fitsSideways().shoot("my-work-waiting").fitsSideways();
      assertThat(page.locator(".jumps a")).hasCount(2);
      page.setViewportSize(1440, 900);
      browser.part("part-mentions").locator("a.call").click();
      assertThat(page.locator("#task-title")).hasValue("Paint the wall behind the pipe");
      anna.rest().patch("/api/tasks/" + mine, Map.of("status", "done")).is(200);
      browser.go("/my-work");
      assertThat(browser.part("my-work")).isVisible();
      assertThat(browser.part("part-waiting")).hasCount(0);
      assertThat(browser.part("part-mentions")).hasCount(0);
    }
    try (Browser browser = Browser.open(Size.DESK, anna, "ru-RU", ColorScheme.DARK)) {
      held(task("Ещё одно", Map.of("assignee_id", anna.id())), "Покрасить стену за трубой");
      browser.go("/my-work");
      assertThat(browser.part("part-waiting")).containsText("Ждут меня 1");
      browser.isAccessible().shoot("my-work-waiting-dark").fitsSideways();
    }
  }

  @Test
  void more_than_five_lead_on_and_cost_no_further_statement() {
    String mine = task("Find the plumber", Map.of("assignee_id", anna.id()));
    held(mine, "Wall 0");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      APIRequestContext calls = browser.page().request();
      String address = Product.shared().url() + "/my-work";
      List<String> one = Statements.of(() -> assertEquals(200, calls.get(address).status()));
      IntStream.rangeClosed(1, 6).forEach(n -> held(mine, "Wall " + n));
      List<String> many = Statements.of(() -> assertEquals(200, calls.get(address).status()));
      assertTrue(many.size() <= one.size(), () -> one + "\n" + many);
      browser.go("/my-work");
      assertThat(browser.part("part-waiting").locator("a.call")).hasCount(5);
      browser.part("part-waiting").getByText("2 more").click();
      assertThat(browser.part("part-waiting").locator("a.call")).hasCount(7);
    }
  }

  @Test
  void what_one_does_not_see_and_what_is_done_waits_for_nobody() {
    String mine = task("Find the plumber", Map.of("assignee_id", anna.id()));
    String done = held(mine, "Done already");
    boris.rest().patch("/api/tasks/" + done, Map.of("status", "done")).is(200);
    Project hidden = Work.project(boris);
    blocks(
        mine,
        Work.task(
                boris,
                hidden,
                "Hidden",
                Map.of("due_at", Instant.now().plus(Duration.ofDays(1)).toString()))
            .field("key"));
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      browser.go("/my-work");
      assertThat(browser.part("part-undated")).containsText("Find the plumber");
      assertThat(browser.part("part-waiting")).hasCount(0);
    }
    anna.rest().get("/api/inbox?reason=because").refuses(422, "VALIDATION_ERROR").names("reason");
  }
}
