package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The list: filters live in the address, rows come as one scrolls, many change at once. */
class ListPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private void tasks(int count) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      all.add(
          Map.of(
              "title",
              "Task " + i,
              "project",
              project.key(),
              "priority",
              i % 2 == 0 ? "high" : "low"));
    }
    anna.rest().post("/api/tasks/batch", Map.of("tasks", all)).is(201);
  }

  private String address(String more) {
    return "/list?project=" + project.key() + more;
  }

  @Test
  void filters_stand_in_the_address_and_come_off_one_by_one() {
    tasks(4);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("")).page();
      assertThat(browser.part("count")).hasText("4 tasks");
      browser.part("add-filter").click();
      browser.part("filter-menu").getByText("Priority").click();
      browser.part("filter-menu").getByText("High").click();
      page.waitForURL(Pattern.compile(".*priority=high.*"));
      assertThat(browser.part("count")).hasText("2 tasks");
      browser.isAccessible();
      page.goBack();
      assertThat(browser.part("count")).hasText("4 tasks");
      page.goForward();
      browser.part("chip-priority").locator("a").click();
      assertThat(browser.part("count")).hasText("4 tasks");
      browser.go(address("&status=canceled"));
      assertThat(browser.part("empty")).containsText("Nothing matches");
      browser.isAccessible().shoot("list-nothing");
    }
  }

  private static double rowHeight(Page page) {
    return page.locator("#tasks tbody tr").nth(1).boundingBox().height;
  }

  @Test
  void rows_stand_as_close_as_one_likes_also_after_a_reload() {
    tasks(30);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("")).page();
      double usual = rowHeight(page);
      page.locator(".top .me").click();
      page.locator("[data-density-set=compact]").click();
      Assertions.assertTrue(rowHeight(page) < usual, "closer");
      assertThat(page.locator("[data-density-set=compact]")).hasAttribute("aria-pressed", "true");
      page.reload();
      Assertions.assertTrue(rowHeight(page) < usual, "closer after a reload");
      browser.isAccessible().shoot("list-compact");
      page.setViewportSize(1440, 900);
      page.keyboard().press("Control+k");
      page.keyboard().type("rows wide");
      page.keyboard().press("Enter");
      Assertions.assertTrue(rowHeight(page) > usual, "wider");
    }
  }

  @Test
  void more_rows_come_as_one_scrolls_to_the_last() {
    tasks(120);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("&sort=key")).page();
      Locator rows = page.locator("#tasks tbody tr");
      assertThat(rows.first()).isVisible();
      int first = rows.count();
      Assertions.assertTrue(first < 120, first + " rows at once");
      rows.last().scrollIntoViewIfNeeded();
      // the next part is near enough to be fetched with this one where the machine is slow
      assertThat(rows).not().hasCount(first);
      rows.last().scrollIntoViewIfNeeded();
      assertThat(rows).hasCount(120);
      assertThat(page.locator("#shown")).hasText("120 of 120");
      Assertions.assertEquals(
          120, rows.locator(".c-key").allInnerTexts().stream().distinct().count());
    }
  }

  @Test
  void a_window_taller_than_the_rows_is_filled_without_scrolling() {
    tasks(120);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.page();
      page.setViewportSize(1440, 6000);
      browser.go(address("&sort=key"));
      assertThat(page.locator("#tasks tbody tr")).hasCount(120);
    }
  }

  @Test
  void a_status_is_changed_in_its_row() {
    tasks(1);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("")).page();
      page.locator("#tasks tbody .c-status button").click();
      page.locator("#menu-status [data-value=done]").click();
      assertThat(page.locator("#toast")).containsText("Done");
      browser.go(address("&status=done"));
      assertThat(browser.part("count")).hasText("1 task");
    }
  }

  @Test
  void a_due_date_is_given_changed_and_taken_in_its_row() {
    tasks(2);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("&sort=key")).page();
      Locator cells = page.locator("#tasks tbody .c-due button");
      cells.first().click();
      page.locator("#menu-due [data-days='1']").click();
      assertThat(cells.first()).containsText("Tomorrow");
      assertThat(cells.first()).isFocused();
      cells.first().click();
      assertThat(page.locator("#menu-due input[type=date]")).not().hasValue("");
      page.locator("#menu-due input[type=date]").fill("2031-05-06");
      page.locator("#menu-due input[type=time]").fill("10:30");
      browser.isAccessible().shoot("list-due");
      page.setViewportSize(1440, 900);
      page.locator("#menu-due [data-set]").click();
      assertThat(cells.first()).containsText("6 May 2031");
      cells.nth(1).click();
      assertThat(page.locator("#menu-due input[type=date]")).hasValue("");
      page.keyboard().press("Escape");
      cells.first().click();
      page.locator("#menu-due [data-value='']").click();
      assertThat(cells.first()).not().containsText("2031");
    }
    Assertions.assertTrue(
        anna.rest().get("/api/tasks/" + project.key() + "-1").is(200).at("/due_at").isNull());
  }

  @Test
  void many_are_changed_at_once_and_taken_back_with_one_key() {
    tasks(5);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("")).page();
      page.locator("#tick-all").check();
      assertThat(page.locator("#bulk-count")).hasText("5 selected");
      browser.isAccessible().shoot("list");
      page.setViewportSize(1440, 900);
      browser.part("bulk").getByText("Status").click();
      page.locator("#menu-status [data-value=in_progress]").click();
      assertThat(page.locator("#toast")).containsText("5 tasks changed");
      assertThat(page.locator("#tasks tbody .c-status"))
          .containsText(
              new String[] {
                "In progress", "In progress", "In progress", "In progress", "In progress"
              });
      page.keyboard().press("Control+z");
      assertThat(page.locator("#toast")).containsText("Taken back");
      browser.go(address("&status=todo"));
      assertThat(browser.part("count")).hasText("5 tasks");
    }
  }

  @Test
  void deleted_tasks_wait_in_the_trash_and_come_back() {
    tasks(2);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("")).page();
      page.locator("#tick-all").check();
      page.locator("[data-bulk-trash]").click();
      assertThat(page.locator("#toast")).containsText("2 tasks moved to the trash");
      browser.part("trash").click();
      assertThat(browser.part("count")).hasText("2 tasks");
      page.locator("#tick-all").check();
      page.locator("[data-bulk-trash]").click();
      assertThat(page.locator("#toast")).containsText("2 tasks restored");
      browser.go(address(""));
      assertThat(browser.part("count")).hasText("2 tasks");
    }
  }

  @Test
  void rows_are_walked_ticked_and_opened_by_keyboard() {
    tasks(3);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address("&sort=key")).page();
      page.keyboard().press("j");
      page.keyboard().press("j");
      page.keyboard().press("x");
      assertThat(page.locator("#bulk-count")).hasText("1 selected");
      page.keyboard().press("Escape");
      assertThat(page.locator("#bulk")).isHidden();
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/task/" + project.key() + "-2"));
    }
  }

  @Test
  void tasks_are_added_below_the_rows_one_after_the_other() {
    Work.task(anna, project, "The first one", Map.of());
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/list").page();
      assertThat(page.locator("#quick-task")).hasCount(0); // of no project
      page = browser.go("/list?project=" + project.key()).page();
      page.locator("#quick-task").click();
      for (String title : List.of("The second one", "The third one")) {
        page.keyboard().type(title);
        page.keyboard().press("Enter");
        assertThat(page.locator("#tasks tbody")).containsText(title);
        assertThat(page.locator("#quick-task")).hasValue("");
        assertThat(page.locator("#quick-task")).isFocused();
      }
      assertThat(browser.part("count")).hasText("3 tasks");
      browser.isAccessible().fitsSideways().shoot("list-add");
    }
    Person viewer = People.named("Viktor Winter");
    Work.join(anna, project, viewer, "viewer");
    try (Browser browser = Browser.open(Size.DESK, viewer)) {
      Page page = browser.go("/list?project=" + project.key()).page();
      assertThat(page.locator("#tasks tbody tr")).hasCount(3);
      assertThat(page.locator("#quick-task")).hasCount(0);
    }
  }

  @Test
  void on_a_phone_the_list_fits() {
    tasks(3);
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      browser.go(address(""));
      browser.isAccessible().fitsSideways();
    }
  }
}
