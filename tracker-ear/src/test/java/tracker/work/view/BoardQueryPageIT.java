package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The query of the board: what it hides, what it says, and that cards go on moving under it. */
class BoardQueryPageIT {
  private static final String HIGH = "?q=priority+%3D+high";
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private String card(String title, String priority) {
    return Work.task(anna, project, title, Map.of("priority", priority)).field("key");
  }

  private static Locator cards(Browser browser, String status) {
    return browser.part("column-" + status).locator(".card .key");
  }

  @Test
  void a_query_narrows_columns_and_counts_and_goes_along_to_the_list_and_back() {
    String urgent = card("Urgent", "high");
    card("Easy", "low");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      assertThat(page.locator("#count-todo")).hasText("2");
      page.locator("#query").click();
      page.keyboard().type("priority = h");
      assertThat(page.locator("#query-list [role=option]")).hasText(new String[] {"high"});
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Tab");
      page.keyboard().press("Escape");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/board/" + project.key() + "\\?q=priority.*"));
      assertThat(cards(browser, "todo")).hasText(new String[] {urgent});
      assertThat(page.locator("#count-todo")).hasText("1");
      browser.isAccessible().fitsSideways().shoot("board-query");
      page.setViewportSize(1440, 900);
      browser.part("as-list").click();
      assertThat(browser.part("count")).hasText("1 task");
      assertThat(page.locator("#query")).hasValue("priority = high");
      page.locator(".seg a").nth(1).click();
      assertThat(cards(browser, "todo")).hasText(new String[] {urgent});
      browser.part("query-clear").click();
      assertThat(cards(browser, "todo")).hasCount(2);
    }
  }

  @Test
  void what_does_not_fit_into_a_column_is_counted_and_led_to_with_the_query() {
    List<Map<String, Object>> many =
        IntStream.range(0, 103)
            .mapToObj(
                n ->
                    Map.<String, Object>of(
                        "title",
                        "Room " + n,
                        "project",
                        project.key(),
                        "priority",
                        n < 102 ? "high" : "low"))
            .toList();
    anna.rest().post("/api/tasks/batch", Map.of("tasks", many)).is(201);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key() + HIGH).page();
      assertThat(page.locator("#count-todo")).hasText("102");
      assertThat(cards(browser, "todo")).hasCount(100);
      page.locator("#cards-todo .more").click();
      assertThat(browser.part("count")).hasText("102 tasks");
      assertThat(browser.part("chip-status")).isVisible();
      browser.go("/board/" + project.key() + HIGH + "&lanes=priority");
      Locator lane = browser.part("lane-high");
      assertThat(lane.locator("header .n")).hasText("102");
      lane.locator("header .more").click();
      assertThat(browser.part("count")).hasText("102 tasks");
      assertThat(browser.part("chip-priority")).isVisible();
    }
  }

  @Test
  void what_is_wrong_with_a_query_is_said_where_it_is_wrong() {
    card("Some card", "low");
    try (Browser browser =
        Browser.open(Size.DESK, People.named("Vera Klimova"), "ru-RU", ColorScheme.DARK)) {
      Work.join(anna, project, People.named("Vera Klimova"), "member");
      Page page =
          browser.go("/board/" + project.key() + "?q=status+%3D+todo+and+prioritty+%3D+1").page();
      assertThat(browser.part("query-wrong")).containsText("19");
      assertThat(page.locator(".wrong-at mark")).hasText("prioritty = 1");
      assertThat(page.locator("#query")).hasAttribute("aria-invalid", "true");
      assertThat(browser.part("column-todo").locator(".card")).hasCount(0);
      browser.isAccessible().fitsSideways().shoot("board-query-wrong");
    }
  }

  @Test
  void a_card_is_dragged_under_a_query_and_stands_right_below_the_one_it_was_put_under() {
    String first = card("First", "high");
    String hidden = card("Hidden", "low");
    String last = card("Last", "high");
    String moved = card("Moved", "high");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key() + HIGH).page();
      assertThat(cards(browser, "todo")).hasText(new String[] {first, last, moved});
      BoundingBox from = browser.part("card-" + moved).boundingBox();
      BoundingBox below = browser.part("card-" + last).boundingBox();
      page.mouse().move(from.x + 40, from.y + 12);
      page.mouse().down();
      page.mouse().move(from.x + 60, from.y + 20);
      page.mouse().move(below.x + 40, below.y + 4, new Mouse.MoveOptions().setSteps(6));
      page.mouse().up();
      assertThat(page.locator("#toast")).not().isEmpty();
      assertThat(cards(browser, "todo")).hasText(new String[] {first, moved, last});
      browser.go("/board/" + project.key());
      assertThat(cards(browser, "todo")).hasText(new String[] {first, moved, hidden, last});
    }
  }

  @Test
  void what_others_do_shows_under_a_query_and_what_it_hides_does_not() {
    Person boris = People.named("Boris Ivanov");
    Work.join(anna, project, boris, "member");
    String seen = card("Seen", "high");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.page();
      page.waitForRequest("**/events*", () -> browser.go("/board/" + project.key() + HIGH));
      Work.task(boris, project, "Not urgent", Map.of("priority", "low"));
      String more = Work.task(boris, project, "Urgent", Map.of("priority", "high")).field("key");
      assertThat(cards(browser, "todo")).hasText(new String[] {seen, more});
      boris.rest().patch("/api/tasks/" + seen, Map.of("priority", "low")).is(200);
      assertThat(cards(browser, "todo")).hasText(new String[] {more});
      assertThat(page.locator("#count-todo")).hasText("1");
    }
  }

  @Test
  void a_new_card_that_the_query_hides_is_told_of() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key() + HIGH).page();
      page.locator("#quick-todo").fill("Of usual weight");
      page.locator("#quick-todo").press("Enter");
      assertThat(page.locator("#toast")).containsText("The filter of the board leaves it out");
      assertThat(cards(browser, "todo")).hasCount(0);
    }
  }
}
