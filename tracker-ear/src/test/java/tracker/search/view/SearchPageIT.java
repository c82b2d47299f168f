package tracker.search.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The search box of the header, the query of the list, and tasks like the one that is typed. */
class SearchPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);
  private final String mark = "q" + UUID.randomUUID().toString().replaceAll("[0-9-]", "") + "zebra";

  private String task(String title, Map<String, Object> fields) {
    return Work.task(anna, project, title, fields).field("key");
  }

  @Test
  void what_is_typed_is_found_at_once_and_opened_by_keyboard() {
    String title = task("Fix the " + mark, Map.of());
    String talked = task("Another one", Map.of());
    anna.rest()
        .post("/api/tasks/" + talked + "/comments", Map.of("body", "<i>see</i> " + mark))
        .is(201);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/my-work").page();
      page.keyboard().press("/");
      Locator box = page.locator("#find");
      assertThat(box).isFocused();
      page.keyboard().type(mark);
      Locator found = page.locator("#find-list [role=option]");
      assertThat(found).hasCount(3);
      assertThat(found.nth(0)).containsText(title);
      assertThat(found.nth(0).locator("mark")).hasText(mark);
      assertThat(found.nth(1)).containsText("<i>see</i> " + mark);
      assertThat(page.locator("#find-count")).hasText("2 found");
      browser.isAccessible().shoot("search-box");
      page.setViewportSize(1440, 900);
      box.focus();
      assertThat(box).hasAttribute("aria-expanded", "true");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      assertThat(box).hasAttribute("aria-activedescendant", "find-list-1");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/task/" + talked));
    }
  }

  @Test
  void a_key_opens_its_task_and_nothing_found_is_said() {
    String key = task("Some title", Map.of());
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/my-work").page();
      page.keyboard().press("/");
      page.keyboard().type("nothinglike" + mark);
      assertThat(page.locator("#find-said")).hasText("Nothing found");
      page.keyboard().press("Escape");
      assertThat(page.locator("#find-box")).isHidden();
      page.locator("#find").fill(key.toLowerCase().replace('-', ' '));
      assertThat(page.locator("#find-list [data-where=key]")).containsText(key);
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/task/" + key));
    }
  }

  @Test
  void on_a_phone_the_box_comes_out_of_its_sign() {
    String key = task("Fix the " + mark, Map.of());
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go("/my-work").page();
      page.locator("[data-find]").click();
      page.keyboard().type(mark);
      assertThat(page.locator("#find-list [role=option]").first()).containsText(key);
      browser.isAccessible().fitsSideways();
      page.locator("#find-list [role=option]").first().click();
      page.waitForURL(Pattern.compile(".*/task/" + key));
    }
  }

  @Test
  void a_query_is_written_with_help_stands_in_the_address_and_goes_back() {
    task("late one", Map.of("priority", "high"));
    task("easy one", Map.of("priority", "low"));
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/list?project=" + project.key()).page();
      Locator query = page.locator("#query");
      query.click();
      page.keyboard().type("prio");
      Locator offered = page.locator("#query-list [role=option]");
      assertThat(offered).hasText(new String[] {"priority"});
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(query).hasValue("priority ");
      page.keyboard().type("= h");
      assertThat(offered).hasText(new String[] {"high"});
      browser.isAccessible();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Tab");
      assertThat(query).hasValue("priority = high ");
      page.keyboard().press("Escape");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*project=" + project.key() + ".*q=priority.*"));
      assertThat(browser.part("count")).hasText("1 task");
      assertThat(query).hasValue("priority = high");
      page.goBack();
      assertThat(browser.part("count")).hasText("2 tasks");
    }
  }

  @Test
  void what_is_wrong_with_a_query_is_said_where_it_is_wrong() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/list?q=status+%3D+todo+and+prioritty+%3D+high").page();
      assertThat(browser.part("query-wrong"))
          .hasText("Column 19: there is no field \"prioritty\". Did you mean priority?");
      assertThat(page.locator(".wrong-at mark")).hasText("prioritty = high");
      assertThat(page.locator("#query")).hasAttribute("aria-invalid", "true");
      assertThat(browser.part("empty")).hasCount(0);
      browser.isAccessible().shoot("query-wrong");
    }
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      browser.go("/list?q=tag+%3D");
      assertThat(browser.part("query-wrong")).isVisible();
      browser.isAccessible().fitsSideways();
    }
  }

  @Test
  void tasks_like_the_one_that_is_typed_are_shown_below_its_title() {
    String key = task("Repair the " + mark + " machine", Map.of());
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/my-work").page();
      page.keyboard().press("c");
      page.locator("#nt-title").fill("Repair the " + mark + " machines");
      assertThat(page.locator("#nt-alike a").first()).containsText(key);
      browser.isAccessible();
      page.locator("#nt-title").fill("xyz wholly different words");
      assertThat(page.locator("#nt-alike")).not().containsText(mark);
    }
  }
}
