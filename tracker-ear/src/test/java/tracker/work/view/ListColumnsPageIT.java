package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
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

/** The columns of the list: chosen, put in order, drawn wider, and there again the next time. */
class ListColumnsPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  @BeforeEach
  void three_tasks() {
    for (int n = 1; n <= 3; n++) {
      Work.task(
          anna,
          project,
          "Task " + n,
          Map.of("tags", List.of("floor"), "type", n == 1 ? "bug" : "task"));
    }
  }

  private Page list(Browser browser) {
    return browser.go("/list?project=" + project.key()).page();
  }

  private static Locator heads(Page page) {
    return page.locator("#tasks thead th:not(.c-tick)");
  }

  private static double width(Page page, String column) {
    return page.locator("#tasks th.c-" + column).boundingBox().width;
  }

  private static Locator edge(Page page, String column) {
    return page.locator("[data-edge=" + column + "]");
  }

  @Test
  void columns_are_chosen_and_put_in_order_at_once_and_for_the_next_time() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = list(browser);
      assertThat(heads(page))
          .hasText(
              new String[] {
                "Key", "Title", "Status", "Priority", "Assignee", "Due", "Tags", "Updated"
              });
      page.locator("#tasks tbody .c-tick input").first().check();
      browser.part("columns").click();
      Locator menu = browser.part("columns-menu");
      menu.getByLabel("Priority", new Locator.GetByLabelOptions().setExact(true)).uncheck();
      menu.getByLabel("Type", new Locator.GetByLabelOptions().setExact(true)).check();
      menu.getByLabel("Created by", new Locator.GetByLabelOptions().setExact(true)).check();
      menu.getByLabel("Project", new Locator.GetByLabelOptions().setExact(true)).check();
      String[] chosen = {
        "Key",
        "Title",
        "Type",
        "Status",
        "Assignee",
        "Due",
        "Tags",
        "Project",
        "Created by",
        "Updated"
      };
      assertThat(heads(page)).hasText(chosen);
      assertThat(page.locator("#tasks tbody .c-creator").first()).containsText("Anna Weber");
      assertThat(page.locator("#tasks tbody .c-project").first()).hasText(project.key());
      // what was ticked stays ticked while columns come and go
      assertThat(page.locator("#bulk-count")).hasText("1 selected");
      menu.getByLabel("Type: further right").focus();
      page.keyboard().press("Enter");
      String[] moved = {
        "Key",
        "Title",
        "Status",
        "Type",
        "Assignee",
        "Due",
        "Tags",
        "Project",
        "Created by",
        "Updated"
      };
      assertThat(heads(page)).hasText(moved);
      assertThat(menu.getByLabel("Type: further right")).isFocused();
      browser.isAccessible().shootHere("list-columns-menu");
      page.reload();
      assertThat(heads(page)).hasText(moved);
      page.locator("#tasks th.c-status a").click();
      page.waitForURL(Pattern.compile(".*sort=status.*"));
      assertThat(heads(page)).hasText(moved);
      browser.isAccessible().fitsSideways().shoot("list-columns");
      page.setViewportSize(1440, 900);
      browser.part("columns").click();
      browser.part("columns-menu").getByText("As usual").click();
      assertThat(page.locator("#tasks th.c-priority")).isVisible();
      assertThat(page.locator("#tasks th.c-type")).hasCount(0);
    }
  }

  @Test
  void an_edge_is_drawn_or_moved_by_arrows_and_a_double_click_brings_the_usual_width() {
    try (Browser browser = Browser.open(Size.DESK, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = list(browser);
      double usual = width(page, "status");
      BoundingBox grip = edge(page, "status").boundingBox();
      page.mouse().move(grip.x + 3, grip.y + 8);
      page.mouse().down();
      page.mouse().move(grip.x - 57, grip.y + 8, new Mouse.MoveOptions().setSteps(4));
      page.mouse().up();
      assertEquals(usual + 60, width(page, "status"), 1.5);
      assertThat(page.locator("#tasks")).isVisible();
      edge(page, "assignee").focus();
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      assertThat(edge(page, "assignee")).hasAttribute("aria-valuenow", "132");
      page.keyboard().press("Home");
      assertThat(edge(page, "assignee")).hasAttribute("aria-valuenow", "56");
      page.reload();
      assertEquals(usual + 60, width(page, "status"), 1.5);
      assertEquals(56, width(page, "assignee"), 1.5);
      browser.isAccessible().fitsSideways().shoot("list-columns-wide");
      page.setViewportSize(1440, 900);
      edge(page, "status").dblclick();
      assertEquals(usual, width(page, "status"), 1.5);
      edge(page, "assignee").focus();
      page.keyboard().press("Enter");
      assertEquals(148, width(page, "assignee"), 1.5);
    }
  }

  @Test
  void titles_keep_their_room_however_many_columns_there_are_and_a_phone_is_as_ever() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = list(browser);
      browser.part("columns").click();
      for (String name : List.of("Type", "Project", "Created by", "Created")) {
        browser
            .part("columns-menu")
            .getByLabel(name, new Locator.GetByLabelOptions().setExact(true))
            .check();
      }
      assertThat(page.locator("#tasks th.c-created")).isVisible();
      page.setViewportSize(1000, 800);
      page.reload();
      assertTrue(width(page, "title") > 200, "room for titles");
      assertThat(page.locator("#tasks th.c-tags")).isVisible();
      browser.fitsSideways().shootHere("list-columns-narrow");
      page.setViewportSize(390, 844);
      page.reload();
      assertThat(page.locator("#tasks td.c-created").first()).isHidden();
      assertThat(browser.part("columns")).isHidden();
      browser.isAccessible().fitsSideways().shootHere("list-columns-phone");
    }
  }
}
