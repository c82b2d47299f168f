package tracker.feed.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Anna looks, Boris works: what he does shows by itself, and what she is at stays hers. */
class LivePageIT {
  // two seconds on a machine of its own; here many tests share one
  private static final int SOON_MILLIS = 8000;
  private static final LocatorAssertions.HasTextOptions SOON =
      new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS);
  private static final LocatorAssertions.ContainsTextOptions SOON_WITHIN =
      new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLIS);
  private static final LocatorAssertions.HasCountOptions SOON_COUNTED =
      new LocatorAssertions.HasCountOptions().setTimeout(SOON_MILLIS);
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);
  private final String task = Work.task(anna, project, "Paint the hall").field("key");

  @BeforeEach
  void both_work_here() {
    Work.join(anna, project, boris, "member");
  }

  /** Opens a page and waits until it hears. */
  private static Page open(Browser browser, String path) {
    Page page = browser.page();
    page.waitForRequest("**/events*", () -> browser.go(path));
    return page;
  }

  private void boris(Map<String, Object> change) {
    boris.rest().patch("/api/tasks/" + task, change).is(200);
  }

  @Test
  void the_task_page_shows_a_status_and_a_comment_while_the_half_typed_one_stays() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = open(browser, "/task/" + task);
      page.locator("#say").pressSequentially("Half a thou");
      boris(Map.of("status", "in_progress"));
      assertThat(page.locator("#prop-status")).containsText("In progress", SOON_WITHIN);
      boris.rest().post("/api/tasks/" + task + "/comments", Map.of("body", "I began")).is(201);
      assertThat(browser.part("comment")).containsText("I began", SOON_WITHIN);
      assertThat(page.locator("#say")).hasValue("Half a thou");
      assertThat(page.locator("#say")).isFocused();
      page.keyboard().type("ght");
      assertThat(page.locator("#say")).hasValue("Half a thought");
      browser.isAccessible().fitsSideways().shoot("live-task");
    }
  }

  @Test
  void a_description_in_hand_is_not_torn_away_and_saving_it_tells_the_clash() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = open(browser, "/task/" + task);
      page.locator("#description").click();
      page.locator("#description-text").fill("Two coats");
      boris(Map.of("description", "Three coats", "status", "in_progress"));
      assertThat(page.locator("#prop-status")).containsText("In progress", SOON_WITHIN);
      assertThat(page.locator("#description-text")).hasValue("Two coats");
      assertThat(page.locator("#description-text")).isFocused();
      page.keyboard().press("Control+Enter");
      assertThat(browser.part("clash")).containsText("Three coats");
    }
  }

  @Test
  void the_list_shows_changes_and_new_rows_and_keeps_ticks_and_focus() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = open(browser, "/list?project=" + project.key());
      Locator row = page.locator("tr[data-key='" + task + "']");
      row.locator(".c-tick input").check();
      row.locator(".c-title a").focus();
      boris(Map.of("status", "in_progress"));
      assertThat(row.locator(".c-status")).containsText("In progress", SOON_WITHIN);
      assertThat(row.locator(".c-tick input")).isChecked();
      assertThat(row.locator(".c-title a")).isFocused();
      assertThat(browser.part("bulk")).isVisible();
      String made = Work.task(boris, project, "Sweep the hall").field("key");
      assertThat(page.locator("tr[data-key='" + made + "']")).hasCount(1, SOON_COUNTED);
      assertThat(browser.part("count")).containsText("2");
      boris.rest().delete("/api/tasks/" + made).is(204);
      assertThat(page.locator("tr[data-key='" + made + "']")).hasCount(0, SOON_COUNTED);
      browser.isAccessible().fitsSideways().shoot("live-list");
    }
  }

  @Test
  void the_board_moves_cards_and_keeps_what_is_typed_and_what_is_in_hand() {
    String other = Work.task(anna, project, "Choose a colour").field("key");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = open(browser, "/board/" + project.key());
      page.locator("#quick-todo").pressSequentially("Buy bru");
      boris(Map.of("status", "in_progress"));
      Locator moved = browser.part("column-in_progress").locator("[data-key='" + task + "']");
      assertThat(moved).hasCount(1, SOON_COUNTED);
      assertThat(page.locator("#count-in_progress")).hasText("1", SOON);
      assertThat(page.locator("#quick-todo")).hasValue("Buy bru");
      assertThat(page.locator("#quick-todo")).isFocused();

      Locator held = browser.part("card-" + other);
      held.focus();
      page.keyboard().press("Space");
      assertThat(held).hasClass(Pattern.compile("held"));
      boris(Map.of("status", "done"));
      page.evaluate("setTimeout(() => { document.body.dataset.waited = '1'; }, 1500)");
      assertThat(page.locator("body[data-waited]")).hasCount(1);
      assertThat(held).hasClass(Pattern.compile("held"));
      assertThat(moved).hasCount(1);
      page.keyboard().press("Escape");
      Locator done = browser.part("column-done").locator("[data-key='" + task + "']");
      assertThat(done).hasCount(1, SOON_COUNTED);
    }
  }

  @Test
  void what_was_unfolded_stays_unfolded() {
    String comments = "/api/tasks/" + task + "/comments";
    String said = anna.rest().post(comments, Map.of("body", "Too dear")).is(201).field("id");
    anna.rest().delete("/api/comments/" + said).is(204);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = open(browser, "/task/" + task);
      browser.part("trash").click();
      assertThat(browser.part("gone")).hasCount(1);
      boris(Map.of("status", "done"));
      assertThat(page.locator("#prop-status")).containsText("Done", SOON_WITHIN);
      assertThat(browser.part("gone")).hasCount(1);
      assertThat(browser.part("gone").locator("button")).isVisible();
    }
  }

  @Test
  void my_work_shows_what_is_given_to_me() {
    Person clara = People.newcomer();
    Work.join(anna, project, clara, "member");
    Work.task(boris, project, "First for Clara", Map.of("assignee_id", clara.id()));
    try (Browser browser = Browser.open(Size.PHONE, clara)) {
      Page page = open(browser, "/my-work");
      String key =
          Work.task(boris, project, "Next for Clara", Map.of("assignee_id", clara.id()))
              .field("key");
      assertThat(page.locator("[data-task='" + key + "']")).hasCount(1, SOON_COUNTED);
      browser.isAccessible().fitsSideways();
    }
  }

  @Test
  void a_page_that_was_not_looked_at_has_no_stream_and_catches_up() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = open(browser, "/task/" + task);
      page.evaluate(
          "Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });"
              + "document.dispatchEvent(new Event('visibilitychange'))");
      boris(Map.of("status", "done"));
      page.waitForRequest(
          "**/events*",
          () ->
              page.evaluate(
                  "delete document.hidden;"
                      + "document.dispatchEvent(new Event('visibilitychange'))"));
      assertThat(page.locator("#prop-status")).containsText("Done", SOON_WITHIN);
    }
  }

  @Test
  void tabs_of_one_browser_share_a_stream_and_both_are_live() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page first = open(browser, "/task/" + task);
      Page second = browser.page().context().newPage();
      int[] streams = new int[1];
      second.onRequest(request -> streams[0] += request.url().contains("/events") ? 1 : 0);
      second.navigate(first.url());
      assertThat(second.locator("#prop-status")).containsText("To do");
      boris(Map.of("status", "done"));
      assertThat(first.locator("#prop-status")).containsText("Done", SOON_WITHIN);
      assertThat(second.locator("#prop-status")).containsText("Done", SOON_WITHIN);
      assertEquals(0, streams[0]);
      // the other takes over where the first one goes
      second.waitForRequest("**/events*", first::close);
      boris(Map.of("status", "todo"));
      assertThat(second.locator("#prop-status")).containsText("To do", SOON_WITHIN);
    }
  }

  @Test
  void it_is_said_when_the_stream_is_away_for_long_and_when_it_is_back() {
    try (Browser browser = Browser.open(Size.PHONE, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.page();
      page.clock().install();
      page.route("**/events*", route -> route.abort());
      browser.go("/task/" + task);
      assertThat(page.locator("#live-sign")).isHidden();
      page.clock().runFor(11_000);
      assertThat(page.locator("#live-sign")).isVisible();
      browser.isAccessible().fitsSideways().shoot("live-away");
      page.unroute("**/events*");
      page.clock().runFor(10_000);
      assertThat(page.locator("#live-sign")).isHidden();
      browser.faults().removeIf(fault -> fault.contains("ERR_FAILED"));
    }
  }
}
