package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** From a list to a task, on to the next one, and back to where one was. */
class WalkPageIT {
  private static final int MANY = 120;
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private void tasks(int many) {
    List<Map<String, String>> all =
        IntStream.rangeClosed(1, many)
            .mapToObj(n -> Map.of("title", "Step " + n, "project", project.key()))
            .toList();
    anna.rest().post("/api/tasks/batch", Map.of("tasks", all)).is(201);
  }

  private Pattern at(int number) {
    return Pattern.compile(".*/task/" + project.key() + "-" + number);
  }

  @Test
  void j_and_k_walk_the_tasks_of_the_list_and_escape_goes_back_to_it() {
    tasks(3);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/list?sort=key&project=" + project.key()).page();
      page.locator("tr[data-key='" + project.key() + "-2'] .c-title a").click();
      Locator walk = page.locator("#walk");
      assertThat(walk).containsText("2 / 3");
      browser.isAccessible().fitsSideways().shoot("task-walk");
      page.locator("body").press("j");
      page.waitForURL(at(3));
      assertThat(walk).containsText("3 / 3");
      assertThat(walk.locator("[data-walk=next]")).hasAttribute("inert", "");
      page.locator("body").press("j");
      page.locator("body").press("k");
      page.waitForURL(at(2));

      // it stays while the task changes, and Escape means what is open first
      page.locator("body").press("p");
      page.keyboard().press("Escape");
      assertThat(page.locator("#menu-priority")).isHidden();
      page.locator("#prop-priority").click();
      page.locator("#menu-priority [data-value=high]").click();
      assertThat(page.locator("#activity")).containsText("to High");
      assertThat(walk).containsText("2 / 3");
      page.locator("body").press("Escape");
      page.waitForURL(Pattern.compile(".*/list\\?sort=key&project=" + project.key()));
      assertThat(page.locator("tr[data-key='" + project.key() + "-2'] .c-title a")).isFocused();

      // opened by its address, a task belongs to no list
      page = browser.go("/task/" + Work.task(anna, project, "Apart", Map.of()).field("key")).page();
      assertThat(page.locator("#task-title")).isVisible();
      assertThat(page.locator("#walk")).isHidden();
    }
  }

  @Test
  void a_long_list_is_unrolled_again_to_the_row_that_one_came_from() {
    tasks(MANY);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/list?sort=key&project=" + project.key()).page();
      Locator row = page.locator("tr[data-key='" + project.key() + "-" + MANY + "'] .c-title a");
      while (row.count() == 0) {
        page.locator("#tasks tbody tr").last().scrollIntoViewIfNeeded();
        assertThat(page.locator("#tasks tbody tr").last()).isVisible();
      }
      row.click();
      assertThat(page.locator("#walk")).containsText(MANY + " / " + MANY);
      page.locator("body").press("k");
      page.waitForURL(at(MANY - 1));
      page.locator("body").press("Escape");
      Locator back =
          page.locator("tr[data-key='" + project.key() + "-" + (MANY - 1) + "'] .c-title a");
      assertThat(back).isFocused();
      assertThat(back).isInViewport();
      assertTrue((Integer) page.evaluate("document.getElementById('content').scrollTop") > 500);
    }
  }
}
