package tracker.system.view;

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
import tracker.harness.Rest;

/** How the installation stands, as administrators see it in the browser. */
class SystemPageIT {
  private final Database database = Database.shared();
  private final String run = UUID.randomUUID().toString();

  @AfterEach
  void clean() {
    database.change("delete from backup.run where name = ? or id = ?::uuid", run, run);
  }

  /** An administrator whose language no other test changes. */
  private static Person chief() {
    Person chief = People.newcomer();
    People.admin().rest().patch("/api/users/" + chief.id(), Map.of("role", "admin")).is(200);
    return chief;
  }

  @Test
  void it_tells_what_the_database_and_health_tell() {
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      browser.go("/my-work").page().locator(".side nav a[href='/system']").click();
      browser.page().waitForURL("**/system");
      String migration =
          database.column("select max(version) from ops.migration where success").get(0);
      assertThat(browser.part("migration")).containsText(migration);
      assertThat(browser.part("version")).hasText(Pattern.compile("\\d+\\.\\d+\\.\\d+"));
      assertThat(browser.part("size")).hasText(Pattern.compile("[\\d.]+ [MG]B"));
      assertThat(browser.part("pool")).containsText("in use");
      assertThat(browser.part("node")).not().hasCount(0);
      assertThat(browser.part("node").first()).containsText("pages and jobs");
      assertThat(browser.part("disk-data")).containsText("free of");
      for (Object check : Rest.stranger().get("/health").json().findValuesAsText("name")) {
        Locator row = browser.part("check-" + check);
        assertThat(row).not().containsText("_");
        assertThat(row.locator("svg")).hasAttribute("aria-label", "well");
      }
    }
  }

  @Test
  void a_backup_that_fails_meanwhile_calls_for_the_administrator_by_itself() {
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      browser.go("/system");
      assertThat(browser.part("concern-backup_failed")).hasCount(0);
      database.change(
          "insert into backup.run (id, kind, name, began_at, ended_at, failure)"
              + " values (?::uuid, 'drill', null, now(), now(), 'Table task.task has other rows.')",
          run);
      assertThat(browser.part("concern-backup_failed")).containsText("Backups fail or are old");
      assertThat(browser.part("failure")).hasText("Table task.task has other rows.");
      browser.isAccessible();
      database.change("delete from backup.run where id = ?::uuid", run);
      for (String kind : new String[] {"backup", "drill"}) {
        database.change(
            "insert into backup.run (id, kind, name, began_at, ended_at)"
                + " values (gen_random_uuid(), ?, ?, now(), now())",
            kind,
            run);
      }
      assertThat(browser.part("proven")).hasText(Pattern.compile("\\d+ s ago"));
      assertThat(browser.part("concern-backup_failed")).hasCount(0);
      assertThat(browser.part("concern-backup_none")).hasCount(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void the_page_fits_and_reads_in_both_languages_and_themes(Size size) {
    Person chief = chief();
    try (Browser browser = Browser.open(size, chief, "ru", ColorScheme.DARK)) {
      Page page = browser.go("/system").page();
      assertThat(page.locator("h1")).hasText("Система");
      for (String words : page.locator(".system dt, .system h2").allTextContents()) {
        assertTrue(words.matches("[А-Яа-я -]+|PostgreSQL|Java"), words);
      }
      browser.isAccessible().fitsSideways().shoot("system-ru-dark");
    }
    try (Browser browser = Browser.open(size, chief)) {
      browser.go("/system");
      browser.isAccessible().fitsSideways().shoot("system-en-light");
    }
  }

  @Test
  void nobody_else_finds_the_page() {
    try (Browser browser = Browser.open(Size.DESK, People.named("Anna Weber"))) {
      Page page = browser.go("/my-work").page();
      assertEquals(0, page.locator("a[href='/system']").count());
      browser.go("/system");
      assertEquals(0, browser.part("version").count());
      assertThat(page.locator("body")).not().containsText("PostgreSQL");
      browser.faults().clear(); // the browser tells of the 403
    }
  }
}
