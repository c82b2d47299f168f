package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The first page: what is assigned to the reader, the late things on top. */
class MyWorkPageIT {
  @Test
  void late_tasks_stand_first_and_undated_ones_last() {
    Person person = People.newcomer();
    Project project = Work.project(person);
    Instant now = Instant.now();
    mine(person, project, "Someday", Map.of());
    mine(person, project, "Next month", Map.of("due_at", now.plus(Duration.ofDays(40)).toString()));
    mine(person, project, "Was due", Map.of("due_at", now.minus(Duration.ofDays(2)).toString()));
    try (Browser browser = Browser.open(Size.DESK, person)) {
      Page page = browser.go("/").page();
      assertThat(page.locator(".section").first()).containsText("Was due");
      assertThat(page.locator(".section h2, .section summary"))
          .containsText(new String[] {"Overdue", "Later", "No date"});
      browser.isAccessible().fitsSideways().shoot("my-work");
    }
  }

  private static void mine(
      Person person, Project project, String title, Map<String, Object> fields) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("assignee_id", person.id());
    Work.task(person, project, title, all);
  }

  @ParameterizedTest
  @CsvSource({"en-US, LIGHT", "ru-RU, DARK"})
  void every_page_is_readable_in_each_language_and_theme(String locale, ColorScheme theme) {
    Person admin = People.admin();
    Project project = Work.project(admin);
    String key =
        Work.task(
                admin,
                project,
                "Заменить лампу в номере 12, прежде чем приедут гости из Санкт-Петербурга",
                Map.of(
                    "tags", List.of("электрика", "срочно"),
                    "priority", "high",
                    "assignee_id", admin.id(),
                    "due_at", Instant.now().plus(Duration.ofDays(1)).toString()))
            .field("key");
    String look = "-" + locale.substring(0, 2) + "-" + theme.name().toLowerCase(Locale.ROOT);
    try (Browser browser = Browser.open(Size.DESK, admin, locale, theme)) {
      List<String> pages =
          List.of(
              "my-work",
              "list?project=" + project.key(),
              "board/" + project.key(),
              "task/" + key,
              "projects",
              "project/" + project.key(),
              "users?q=root",
              "profile",
              "about");
      for (String page : pages) {
        browser.page().setViewportSize(1440, 900);
        browser.go("/" + page).isAccessible().fitsSideways();
        browser.shoot("look-" + page.replaceAll("[/?].*", "") + look).fitsSideways();
      }
    }
  }
}
