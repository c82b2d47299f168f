package tracker.audit.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The record of changes, as administrators look through it in the browser. */
class AuditPageIT {
  private final Person anna = People.named("Anna Weber");

  /** A project with a task that was made, renamed and deleted; and its key. */
  private Project busy() {
    Project project = Work.project(anna);
    Answer task = Work.task(anna, project, "=Paint the door", Map.of("priority", "high"));
    String path = "/api/tasks/" + task.field("key");
    anna.rest().patch(path, Map.of("title", "=Paint the gate", "assignee_id", anna.id())).is(200);
    anna.rest().patch(path, Map.of("status", "in_progress")).is(200);
    Answer gone = Work.task(anna, project, "Not needed");
    anna.rest().delete("/api/tasks/" + gone.field("key")).is(204);
    return project;
  }

  /** An administrator whose language no other test changes. */
  private static Person chief() {
    Person chief = People.newcomer();
    People.admin().rest().patch("/api/users/" + chief.id(), Map.of("role", "admin")).is(200);
    return chief;
  }

  private static Locator entries(Browser browser) {
    return browser.part("entry");
  }

  @Test
  void an_administrator_narrows_the_record_and_follows_it_to_the_thing() {
    Project project = busy();
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go("/audit").page();
      page.locator("#project").fill(project.key());
      page.locator("#entity").selectOption("task");
      page.locator("#action").selectOption("changed");
      page.locator(".narrowing button").click();
      page.waitForURL("**/audit?**project=" + project.key() + "**");
      assertThat(page.locator("#action")).hasValue("changed");
      assertThat(entries(browser)).hasCount(3);
      Locator status = entries(browser).first();
      assertThat(status).containsText("To do");
      assertThat(status).containsText("In progress");
      assertThat(status).containsText("Anna Weber");
      Locator title = entries(browser).filter(new Locator.FilterOptions().setHasText("task.title"));
      title.locator("summary").press("Enter");
      assertThat(title.locator("dl")).containsText("=Paint the door");
      assertThat(title.locator("dl")).containsText("task.title");
      browser.isAccessible();
      page.locator("li").filter(new Locator.FilterOptions().setHas(title)).locator("a").click();
      page.waitForURL("**/task/" + project.key() + "-1");
      assertThat(page.locator("#task-title")).containsText("gate");
      page.goBack();
      page.waitForURL("**/audit?**");
      browser.part("clear").click();
      page.waitForURL("**/audit");
    }
  }

  @Test
  void what_the_page_shows_goes_as_a_file_without_formulas() throws IOException {
    Project project = busy();
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go("/audit?entity=task&project=" + project.key()).page();
      List<String> lines = lines(page, browser.part("csv"));
      assertEquals(1 + entries(browser).count(), lines.size());
      assertTrue(
          lines.stream().anyMatch(line -> line.contains(",'=Paint the door,'=Paint the gate,")),
          lines::toString);
      List<String> json = lines(page, browser.part("jsonl"));
      assertEquals(entries(browser).count(), json.size());
      assertTrue(json.get(0).contains("\"action\":\"deleted\""), json::toString);
    }
  }

  private static List<String> lines(Page page, Locator link) throws IOException {
    Download download = page.waitForDownload(link::click);
    return Files.readAllLines(download.path());
  }

  @Test
  void a_long_record_is_read_in_parts_and_the_proof_stands_above() {
    Project project = Work.project(anna);
    Database.shared()
        .change(
            "select journal.record((select jsonb_agg(jsonb_build_object('id', gen_random_uuid(),"
                + " 'entity', 'task', 'entity_id', gen_random_uuid(), 'scope', ?::text, 'field',"
                + " 'title', 'old', null, 'new', 'Word ' || n)) from generate_series(1, 60) n),"
                + " ?::uuid, gen_random_uuid(), now())",
            project.id(),
            anna.id());
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go("/audit?entity=task&project=" + project.key()).page();
      assertThat(browser.part("count")).hasText("60 entries");
      assertThat(browser.part("proof")).not().isEmpty();
      assertThat(entries(browser)).hasCount(50);
      String last = entries(browser).last().getAttribute("data-id");
      browser.part("next").click();
      page.waitForURL("**cursor=**");
      assertThat(entries(browser)).hasCount(10);
      assertThat(page.locator("[data-id='" + last + "']")).hasCount(0);
      browser.part("first").click();
      page.waitForURL(url -> !url.contains("cursor"));
      assertThat(entries(browser)).hasCount(50);
    }
  }

  @Test
  void what_means_nothing_is_said_and_nothing_found_has_a_way_on() {
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      browser.go("/audit?project=NOSUCHKEY");
      assertThat(browser.part("wrong")).containsText("does not exist");
      browser.go("/audit?from=2026-02-02&to=2026-02-01");
      assertThat(browser.part("wrong")).containsText("before the first day");
      browser.go("/audit?to=2001-01-01");
      assertThat(browser.part("empty")).containsText("Nothing in the record matches");
      browser.isAccessible().shoot("audit-empty");
    }
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void the_page_fits_and_reads_in_both_languages_and_themes(Size size) {
    Project project = busy();
    Person chief = chief();
    try (Browser browser = Browser.open(size, chief, "ru", ColorScheme.DARK)) {
      browser.go("/audit?project=" + project.key());
      assertThat(browser.page().locator("h1")).hasText("Журнал изменений");
      assertThat(entries(browser).first()).containsText("Задача");
      entries(browser).nth(1).locator("summary").click();
      browser.isAccessible().fitsSideways().shoot("audit-ru-dark");
    }
    try (Browser browser = Browser.open(size, chief)) {
      browser.go("/audit?project=" + project.key());
      browser.isAccessible().fitsSideways().shoot("audit-en-light");
    }
  }

  @Test
  void nobody_else_reads_the_record() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      for (String path : List.of("/audit", "/export/audit/changes.csv")) {
        assertEquals(403, browser.page().request().get(Product.shared().url() + path).status());
      }
      browser.faults().clear();
    }
  }
}
