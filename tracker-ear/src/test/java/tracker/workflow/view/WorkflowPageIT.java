package tracker.workflow.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** A manager shapes how work goes, and the board and the tasks follow. */
class WorkflowPageIT {
  private final Person anna = People.named("Anna Orlova");
  private final Project project = Work.project(anna);

  private static Locator rows(Page page) {
    return page.locator("#flow-statuses > li");
  }

  private void put(List<Map<String, Object>> statuses, List<Map<String, Object>> ways) {
    Map<String, String> move =
        Map.of("in_progress", "Doing", "canceled", "Dropped", "todo", "Backlog");
    anna.rest()
        .put(
            "/api/projects/" + project.key() + "/workflow",
            Map.of("statuses", statuses, "transitions", ways, "move", move))
        .is(200);
  }

  private static Map<String, Object> status(String name, String category) {
    return Map.of("name", name, "category", category);
  }

  private static final List<Map<String, Object>> OWN =
      List.of(
          status("Backlog", "todo"),
          Map.of("name", "Doing", "category", "in_progress", "wip_limit", 2),
          status("Waiting for the answer of a supplier abroad", "in_progress"),
          status("Review", "in_progress"),
          status("done", "done"),
          status("Dropped", "canceled"));

  private static final List<Map<String, Object>> WAYS =
      List.of(
          Map.of("from", "Backlog", "to", "Doing", "required", List.of("assignee_id")),
          Map.of("from", "Doing", "to", "Waiting for the answer of a supplier abroad"),
          Map.of("from", "Waiting for the answer of a supplier abroad", "to", "Doing"),
          Map.of("from", "Doing", "to", "Review"),
          Map.of("from", "Review", "to", "done", "roles", List.of("manager")),
          Map.of("from", "Review", "to", "Doing"),
          Map.of("from", "*", "to", "Dropped"));

  @Test
  void a_manager_adds_a_status_and_the_board_has_a_column_for_it() {
    Work.task(anna, project, "Wash the windows");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/project/" + project.key()).page();
      assertThat(browser.part("flow-graph")).isVisible();
      page.locator("#flow-edit").click();
      assertThat(rows(page)).hasCount(4);
      page.locator("#flow-add-status").click();
      Locator last = rows(page).last();
      last.getByLabel("Category").selectOption("in_progress");
      last.getByLabel("Name").fill("Review");
      last.getByLabel("Up").click();
      last = rows(page).nth(3);
      last.getByLabel("Up").click();
      page.locator("#flow-save").click();
      assertThat(browser.part("flow-graph")).containsText("Review");
      browser.go("/board/" + project.key());
      assertThat(browser.part("column-Review")).isVisible();
      assertThat(page.locator(".col")).hasCount(5);
    }
  }

  @Test
  void a_removed_status_in_use_asks_where_its_tasks_go_and_loses_none() {
    put(OWN, List.of());
    String key =
        anna.rest()
            .post(
                "/api/tasks",
                Map.of("title", "Paint", "project", project.key(), "status", "Review"))
            .is(201)
            .field("key");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/project/" + project.key()).page();
      page.locator("#flow-edit").click();
      rows(page).nth(3).getByLabel("Remove").click();
      page.locator("#flow-save").click();
      assertThat(page.locator("#flow-moves")).containsText(key);
      browser.isAccessible();
      page.locator("#flow-moves").getByLabel("Go to").selectOption("done");
      page.locator("#flow-save").click();
      assertThat(page.locator("#flow-form")).isHidden();
      assertThat(browser.part("flow-graph")).not().containsText("Review");
    }
    assertEquals("done", anna.rest().get("/api/tasks/" + key).field("status"));
  }

  @Test
  void what_does_not_hold_together_is_said_where_it_stands() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/project/" + project.key()).page();
      page.locator("#flow-edit").click();
      page.locator("#flow-add-status").click();
      rows(page).last().getByLabel("Name").fill("Done");
      page.locator("#flow-save").click();
      assertThat(rows(page).last().locator(".wrong")).isVisible();
      assertThat(rows(page).last().getByLabel("Name")).hasValue("Done");
    }
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void rules_are_a_picture_and_words_and_tasks_follow_them(Size size) {
    put(OWN, WAYS);
    String key =
        anna.rest()
            .post("/api/tasks", Map.of("title", "Paint the door", "project", project.key()))
            .is(201)
            .field("key");
    try (Browser browser = Browser.open(size, anna)) {
      Page page = browser.go("/project/" + project.key()).page();
      assertThat(page.locator(".flow-words")).containsText("Review → Done, managers only");
      page.locator("#flow").evaluate("one => one.scrollIntoView()");
      browser.isAccessible().fitsSideways().shoot("workflow");
      page.locator("#flow-edit").click();
      page.locator("#flow-form h3").last().evaluate("one => one.scrollIntoView()");
      browser.isAccessible().fitsSideways().shoot("workflow-edit");
      browser.go("/board/" + project.key());
      browser.isAccessible().fitsSideways().shoot("workflow-board");
      browser.go("/task/" + key);
      Locator doing = browser.part("step-in_progress");
      assertThat(doing).hasText("Doing");
      assertThat(doing).hasAttribute("aria-disabled", "true");
      assertThat(browser.part("step-canceled")).isEnabled();
      browser.isAccessible().shoot("workflow-task");
    }
  }
}
