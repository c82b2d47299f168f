package tracker.ops.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;

/** Work that is done later, as administrators see it in the browser. */
class BacklogPageIT {
  private final Database database = Database.shared();
  // of a kind of its own, so that nobody else's rows are looked at
  private final String kind = "test." + UUID.randomUUID();

  @AfterEach
  void clean() {
    database.change("delete from job.dead where kind = ?", kind);
    database.change("delete from job.scheduled where task_name = ?", kind);
  }

  private String dead() {
    String id = UUID.randomUUID().toString();
    database.change(
        "insert into job.dead (id, kind, about, tries, error, died_at)"
            + " values (?::uuid, ?, '', 4, 'java.io.IOException: No room', now())",
        id,
        kind);
    return id;
  }

  private Locator row(Browser browser, String id) {
    return browser.page().locator("[data-test=job][data-id='" + id + "']");
  }

  private String tab(String state) {
    return "/jobs?state=" + state + "&kind=" + kind;
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void an_administrator_sees_why_a_job_failed_and_tries_it_again_or_drops_it(Size size) {
    String id = dead();
    String other = dead();
    try (Browser browser = Browser.open(size, People.admin())) {
      Page page = browser.go(tab("dead")).page();
      assertThat(row(browser, id)).containsText(kind);
      assertThat(row(browser, id)).containsText("No room");
      assertTrue(Integer.parseInt(browser.part("dead").textContent()) >= 2);
      act(page, id, "Try again");
      assertThat(page.locator("#toast")).containsText("Tried again: " + kind);
      assertThat(row(browser, id)).hasCount(0);
      browser.go(tab("waiting"));
      assertThat(row(browser, id)).isVisible();
      act(page, id, "Take back");
      assertThat(page.locator("#cancel-job")).containsText("told that it failed");
      browser.isAccessible().shoot("jobs-cancel");
      page.locator("#cancel-job .b-last").click();
      assertThat(row(browser, id)).hasCount(0);
      assertThat(browser.part("none")).containsText("Nothing waits");
      browser.go(tab("dead"));
      act(page, other, "Drop");
      page.locator("#cancel-job .b-last").click();
      assertThat(browser.part("none")).containsText("Nothing has failed");
    }
  }

  private static void act(Page page, String id, String name) {
    page.locator("button[popovertarget='j-" + id + "']").click();
    page.locator("[popover]:popover-open")
        .getByText(name, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  @Test
  void what_happens_meanwhile_shows_by_itself_and_takes_no_focus() {
    String first = dead();
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go(tab("dead")).page();
      Locator button = page.locator("button[popovertarget='j-" + first + "']");
      button.focus();
      page.locator(".report details summary").click();
      assertThat(browser.part("throughput-table").locator("tbody tr")).hasCount(24);
      button.focus();
      String second = dead();
      assertThat(row(browser, second)).isVisible();
      assertThat(button).isFocused();
      assertThat(browser.part("throughput-table")).isVisible();
    }
  }

  /** An administrator whose language no other test changes. */
  private static Person chief() {
    Person chief = People.newcomer();
    People.admin().rest().patch("/api/users/" + chief.id(), Map.of("role", "admin")).is(200);
    return chief;
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void the_page_fits_reads_and_names_all_that_comes_by_itself_in_russian(Size size) {
    Person chief = chief();
    dead();
    try (Browser browser = Browser.open(size, chief, "ru", ColorScheme.DARK)) {
      Page page = browser.go("/jobs?state=schedule").page();
      Locator rows = browser.part("scheduled");
      assertThat(rows.first()).isVisible();
      for (String row : rows.allTextContents()) {
        assertTrue(Pattern.compile("^\\s*[А-Я][а-я]+").matcher(row).find(), row);
      }
      browser.isAccessible().fitsSideways().shoot("jobs-schedule");
      browser.go("/jobs?state=dead");
      browser.isAccessible().fitsSideways().shoot("jobs-ru-dark");
      assertThat(page.locator("svg[role=img]").first())
          .hasAttribute("aria-label", Pattern.compile("Выполнено .*, не удалось .*"));
    }
    try (Browser browser = Browser.open(size, chief)) {
      browser.go("/jobs");
      browser.isAccessible().fitsSideways().shoot("jobs-en-light");
    }
  }

  @Test
  void nobody_else_finds_the_page() {
    Person person = People.named("Anna Weber");
    try (Browser browser = Browser.open(Size.DESK, person)) {
      Page page = browser.page();
      browser.go("/my-work");
      assertEquals(0, page.locator("a[href='/jobs']").count());
      browser.go("/jobs");
      assertEquals(0, browser.part("waiting").count());
      browser.faults().clear(); // the browser tells of the 403
    }
  }
}
