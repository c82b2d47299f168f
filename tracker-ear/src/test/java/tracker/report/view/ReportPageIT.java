package tracker.report.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Numbers, charts and tables of a project, found from its board. */
class ReportPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  /** Forty tasks over three weeks: half of them begun, a third done after four days. */
  private void history() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(
          Map.of(
              "title",
              "Task " + i,
              "project",
              project.key(),
              "status",
              i % 3 == 0 ? "done" : i % 3 == 1 ? "in_progress" : "todo",
              "due_at",
              i % 5 == 0 ? "2020-01-01T00:00:00Z" : "2099-01-01T00:00:00Z"));
    }
    anna.rest().post("/api/tasks/batch", Map.of("tasks", all)).is(201);
    Database database = Database.shared();
    database.change(
        "update task.task set created_at = now() - (number % 21) * interval '1 day' - interval '5"
            + " days', closed_at = case when status = 'done' then now() - (number % 21) * interval"
            + " '1 day' end where space = ?",
        project.key());
    database.change(
        "update report.step s set at = t.created_at, became = 'in_progress' from task.task t"
            + " where t.id = s.task_id and t.space = ?",
        project.key());
    database.change(
        "insert into report.step (task_id, project_id, at, was, became) select t.id, t.project_id,"
            + " coalesce(t.closed_at, now()), 'in_progress', t.status from task.task t"
            + " where t.space = ? and t.status <> 'in_progress'",
        project.key());
  }

  @Test
  void a_report_is_found_from_the_board_and_tells_numbers_charts_and_tables() {
    history();
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      browser.part("report").click();
      page.waitForURL(Pattern.compile(".*/report/" + project.key()));
      assertThat(browser.part("open")).hasText("26");
      assertThat(browser.part("overdue")).hasText("5");
      assertThat(browser.part("created")).hasText("40");
      assertThat(browser.part("resolved")).hasText("14");
      assertThat(browser.part("median")).hasText("5 d");
      assertEquals(4, page.locator(".plot polygon").count());
      browser.isAccessible().fitsSideways().shoot("report");
      page.setViewportSize(1440, 900);
      page.locator("details summary").nth(1).click();
      assertThat(browser.part("flow-table").locator("tbody tr")).hasCount(30);
      assertThat(browser.part("flow-table").locator("tbody tr").last()).containsText("14");
      browser.isAccessible();
      page.getByText("365 days").click();
      assertThat(page.locator("[aria-label=Period] [aria-current=true]")).hasText("365 days");
      assertThat(browser.part("created")).hasText("40");
      page.locator(".shares a").first().click();
      assertThat(browser.part("count")).hasText("26 tasks");
    }
    try (Browser browser = Browser.open(Size.PHONE, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/report/" + project.key()).page();
      page.locator(".report summary").first().click();
      assertThat(page.locator(".report details[open] summary .i"))
          .hasCSS("transform", "matrix(0, 1, -1, 0, 0, 0)");
      browser.isAccessible().fitsSideways().shoot("report-ru-dark");
      page.setViewportSize(390, 844);
      browser.go("/board/" + project.key()).fitsSideways().shoot("report-board");
    }
  }

  @Test
  void a_project_without_tasks_says_so() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      browser.go("/report/" + project.key());
      assertThat(browser.part("empty")).containsText("nothing to count");
      browser.isAccessible().shoot("report-empty");
    }
  }

  @Test
  void a_project_in_which_nothing_was_done_yet_says_that() {
    Work.task(anna, project, "One");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      browser.go("/report/" + project.key());
      assertThat(browser.part("no-cycle")).isVisible();
      assertThat(browser.part("open")).hasText("1");
      browser.isAccessible();
    }
  }

  @Test
  void others_find_no_report() {
    try (Browser browser = Browser.open(Size.DESK, People.named("Boris Lund"))) {
      browser.go("/report/" + project.key());
      assertThat(browser.page().locator("body")).containsText("404");
      browser.faults().removeIf(fault -> fault.contains("404"));
    }
  }
}
