package tracker.bulk.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Many tasks of the list at once: told first what would happen, then done, then taken back. */
@Isolated("holds transactions for seconds, and what others are told of changes waits for them")
class BulkPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private void tasks(int count) {
    Map<String, String> task = Map.of("title", "One of many", "project", project.key());
    for (int left = count; left > 0; left -= 500) {
      anna.rest()
          .post("/api/tasks/batch", Map.of("tasks", Collections.nCopies(Math.min(left, 500), task)))
          .is(201);
    }
  }

  private String address(String more) {
    return "/list?project=" + project.key() + more;
  }

  private static void choose(Page page, String field, String value) {
    page.locator("#bulk [data-pick=" + field + "]").click();
    page.locator("#menu-" + field + " [data-value='" + value + "']").click();
  }

  @Test
  void all_that_match_are_changed_after_a_preview_and_taken_back() {
    tasks(120);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("&sort=key")).page();
      Locator all = page.locator("[data-bulk-all]");
      page.locator("#tasks tbody .c-tick input").first().check();
      assertThat(all).isHidden();
      page.locator("#tick-all").check();
      assertThat(all).hasText("Select all 120 that match");
      all.click();
      assertThat(page.locator("#bulk-count")).hasText("All 120 selected");
      choose(page, "priority", "high");
      assertThat(page.locator("#bulk-what")).hasText("Priority: High");
      assertThat(page.locator("#bulk-will")).hasText("Tasks that will change: 120.");
      assertThat(page.locator("#bulk-not")).isHidden();
      browser.isAccessible().shoot("bulk-preview");
      page.setViewportSize(1440, 900);
      page.locator("[data-bulk-go]").click();
      assertThat(page.locator("#toast")).containsText("120 tasks changed");
      browser.go(address("&priority=high"));
      assertThat(browser.part("count")).hasText("120 tasks");
      page.locator("#tick-all").check();
      all.click();
      page.locator("[data-bulk-trash]").click();
      assertThat(page.locator("#bulk-what")).containsText("trash");
      assertThat(page.locator("#bulk-will")).hasText("Tasks that will change: 120.");
      assertThat(page.locator("[data-bulk-go]")).hasText("Delete");
      browser.isAccessible().fitsSideways().shoot("bulk-trash");
      page.setViewportSize(1440, 900);
      page.locator("[data-bulk-go]").click();
      assertThat(page.locator("#toast")).containsText("120");
      assertThat(browser.part("empty")).isVisible();
      page.locator("#toast").getByText("Undo").click();
      assertThat(page.locator("#toast")).containsText("Taken back");
      assertThat(browser.part("count")).hasText("120 tasks");
    }
  }

  @Test
  void what_would_be_left_out_is_told_with_its_reason_before_anything_changes() {
    String parent = Work.task(anna, project, "parent").field("id");
    Work.task(anna, project, "child", Map.of("parent_id", parent));
    Project other = Work.project(anna);
    try (Browser browser = Browser.open(Size.DESK, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go(address("&sort=key")).page();
      page.locator("#tick-all").check();
      choose(page, "project", other.key());
      assertThat(page.locator("#bulk-will")).containsText("1");
      assertThat(page.locator("#bulk-not .reasons li")).hasCount(1);
      browser.isAccessible().fitsSideways().shoot("bulk-left-out");
      page.setViewportSize(1440, 900);
      page.keyboard().press("Escape");
      assertThat(browser.part("bulk-preview")).isHidden();
      browser.go(address("&sort=key"));
      assertThat(page.locator("#tasks tbody tr")).hasCount(2);
      page.locator("#tick-all").check();
      choose(page, "project", other.key());
      page.locator("[data-bulk-go]").click();
      assertThat(page.locator("#toast")).containsText("1");
      assertThat(page.locator("#tasks tbody tr")).hasCount(1);
    }
  }

  @Test
  void due_dates_and_tags_are_given_to_the_ticked_rows_by_keyboard() {
    tasks(3);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("&sort=key")).page();
      page.keyboard().press("j");
      page.keyboard().press("x");
      page.keyboard().press("j");
      page.keyboard().press("j");
      page.keyboard().press("Shift+X");
      assertThat(page.locator("#bulk-count")).hasText("3 selected");
      page.locator("#bulk [data-pick=tags]").focus();
      page.keyboard().press("Enter");
      page.keyboard().type("many" + project.key().toLowerCase());
      page.keyboard().press("Enter");
      page.keyboard().press("Escape");
      assertThat(page.locator("#toast")).containsText("3 tasks changed");
      assertThat(page.locator("#tasks tbody .c-tags .chip")).hasCount(3);
      assertThat(page.locator("#bulk-count")).hasText("3 selected");
      page.locator("#bulk [data-pick=untag]").focus();
      page.keyboard().press("Enter");
      page.keyboard().type("many" + project.key().toLowerCase());
      page.keyboard().press("Enter");
      page.keyboard().press("Escape");
      assertThat(page.locator("#tasks tbody .c-tags .chip")).hasCount(0);
      assertThat(page.locator("#toast")).containsText("3 tasks changed");
      page.locator("#bulk [data-pick=due]").click();
      page.locator("#menu-due [data-days='7']").click();
      Pattern day = Pattern.compile("\\S");
      assertThat(page.locator("#tasks tbody .c-due")).hasText(new Pattern[] {day, day, day});
      assertThat(page.locator("#toast")).containsText("3 tasks changed");
      page.keyboard().press("Control+z");
      assertThat(page.locator("#tasks tbody .c-due")).hasText(new String[] {"", "", ""});
    }
  }

  @Test
  void thousands_show_how_far_they_are_and_end_in_a_toast_that_takes_them_back() {
    tasks(1100);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("")).page();
      page.locator("#tick-all").check();
      page.locator("[data-bulk-all]").click();
      choose(page, "priority", "low");
      assertThat(page.locator("#bulk-will"))
          .hasText("1,100 tasks match. Of the first 500, 500 will change.");
      page.locator("[data-bulk-go]").click();
      assertThat(browser.part("bulk-progress")).isVisible();
      assertThat(page.locator("#bulk-done")).containsText("of 1,100");
      browser.shoot("bulk-progress");
      page.setViewportSize(1440, 900);
      assertThat(page.locator("#toast")).containsText(Pattern.compile("1.?100 tasks changed"));
      page.locator("#toast").getByText("Undo").click();
      assertThat(page.locator("#toast")).containsText("Taken back");
      browser.go(address("&priority=low"));
      assertThat(browser.part("empty")).isVisible();
    }
  }
}
