package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/**
 * Lines below columns and rows: marks are understood as in the dialog, and what comes too soon
 * waits.
 */
class QuickLinesPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private JsonNode task(String key) {
    return anna.rest().get("/api/tasks/" + key).is(200).json();
  }

  @Test
  void marks_become_chips_below_a_column_and_backspace_takes_one_back() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      Locator input = page.locator("#quick-todo");
      Locator chips = browser.part("column-todo").locator(".quick-chips .chip");
      input.pressSequentially("Fix the lamp !high ");
      assertThat(chips).hasCount(1);
      assertThat(input).hasValue("Fix the lamp ");
      input.pressSequentially("@me #bug ^tomorrow #Light ");
      assertThat(chips).hasCount(5);
      input.press("Backspace");
      assertThat(chips).hasCount(4);
      assertThat(input).hasValue("Fix the lamp #Light ");
      browser.isAccessible().shootHere("quick-line-board");
      input.press("Enter");
      assertThat(page.locator(".card")).hasCount(1);
      assertThat(chips).hasCount(0);
      assertThat(input).hasValue("");
      JsonNode made = task(project.key() + "-1");
      assertEquals("Fix the lamp #Light", made.path("title").asText());
      assertEquals("high", made.path("priority").asText());
      assertEquals(anna.id(), made.path("assignee_id").asText());
      assertEquals("[\"bug\"]", made.path("tags").toString());
      String tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1).toString();
      assertTrue(made.path("due_at").asText().startsWith(tomorrow), made.path("due_at")::asText);
      input.pressSequentially("Only words");
      input.press("Enter");
      assertThat(page.locator(".card")).hasCount(2);
      assertEquals("normal", task(project.key() + "-2").path("priority").asText());
    }
  }

  @Test
  void the_line_below_rows_understands_them_at_once_and_on_a_phone() {
    Work.task(anna, project, "There already");
    try (Browser browser = Browser.open(Size.PHONE, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/list?project=" + project.key()).page();
      Locator input = page.locator("#quick-task");
      input.fill("Заменить замок !высокий ^завтра #замки");
      assertThat(page.locator(".quick-chips .chip")).hasCount(2);
      browser.isAccessible().fitsSideways().shootHere("quick-line-list-phone");
      page.locator(".quick-chips .chip").first().click();
      assertThat(page.locator(".quick-chips .chip")).hasCount(1);
      input.press("Enter");
      assertThat(page.locator("#tasks tbody tr")).hasCount(2);
      JsonNode made = task(project.key() + "-2");
      assertEquals("Заменить замок", made.path("title").asText());
      assertEquals("normal", made.path("priority").asText());
      assertEquals("[\"замки\"]", made.path("tags").toString());
    }
  }

  @Test
  void what_comes_too_soon_stays_typed_is_told_and_goes_out_once() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      AtomicInteger posts = new AtomicInteger();
      page.route(
          "**/board/**",
          route -> {
            if (!route.request().method().equals("POST")) {
              route.resume();
            } else if (posts.incrementAndGet() == 1) {
              route.fulfill(
                  new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "3")));
            } else {
              route.resume();
            }
          });
      Locator input = page.locator("#quick-todo");
      input.fill("Said too soon");
      input.press("Enter");
      assertThat(page.locator("#toast")).containsText("Too many requests at once");
      assertThat(page.locator("#toast")).containsText("in 3 s");
      assertThat(input).hasValue("Said too soon");
      browser.shootHere("too-soon");
      assertThat(page.locator(".card")).hasCount(1);
      assertThat(input).hasValue("");
      assertEquals(2, posts.get());
      assertEquals(
          1, anna.rest().get("/api/tasks?project=" + project.key()).json().path("total").asInt());
      // the browser itself complains of the refusal
      assertTrue(browser.faults().removeIf(fault -> fault.contains("429")));
    }
  }
}
