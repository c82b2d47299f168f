package tracker.exchange.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** A file is looked at, its columns are read otherwise, it comes in, it goes back. */
class ImportPageIT {
  private static final String CSV =
      "Betreff,Status,Priority,Zuständig,Custom field\n"
          + "Check the boiler,Done,High,Nobody Known,x\n"
          + "Call the plumber,Wobbling,Low,,\n"
          + ",Open,Low,,\n";

  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private static FilePayload file(String text) {
    return new FilePayload("issues.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private String address() {
    return "/import?project=" + project.key();
  }

  private int tasks() {
    return anna.rest().get("/api/tasks?project=" + project.key()).at("/total").asInt();
  }

  private static void counts(Browser browser, int created, int rejected) {
    assertThat(browser.page().locator("[data-count=created]")).hasText("" + created);
    assertThat(browser.page().locator("[data-count=rejected]")).hasText("" + rejected);
  }

  private static Locator choice(Browser browser, String column) {
    return browser.page().locator("#columns select[aria-label='" + column + "']");
  }

  @Test
  void a_file_is_seen_before_it_comes_in_and_goes_back_at_once() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/project/" + project.key()).page();
      browser.part("import").click();
      assertThat(page.locator("#drop")).isVisible();
      browser.isAccessible().fitsSideways().shoot("import-empty");
      page.setViewportSize(1440, 900);
      page.locator("#file").setInputFiles(file(CSV.replace("Betreff", "Title")));
      counts(browser, 1, 2);
      assertThat(page.locator("#plan")).isFocused();
      assertThat(browser.part("rejected")).containsText("Row 3");
      assertThat(browser.part("rejected"))
          .containsText("Status: No status here is like \"Wobbling\"");
      assertEquals(0, tasks());
      // the status is not wanted after all: its row comes too
      choice(browser, "Status").focus();
      choice(browser, "Status").selectOption("-");
      counts(browser, 2, 1);
      assertThat(choice(browser, "Status")).isFocused();
      page.locator("#columns summary").click();
      browser.isAccessible().fitsSideways().shoot("import-plan");
      page.setViewportSize(1440, 900);
      browser.part("import-go").click();
      assertThat(page.locator("#plan-head")).hasText("The file is in");
      assertEquals(2, tasks());
      browser.isAccessible().shoot("import-done");
      page.setViewportSize(1440, 900);
      browser.part("import-undo").click();
      assertThat(page.locator("#toast")).not().isEmpty();
      assertEquals(0, tasks());
      // what a column means is remembered
      browser.go(address());
      page.locator("#file").setInputFiles(file(CSV.replace("Betreff", "Title")));
      counts(browser, 2, 1);
    }
  }

  @Test
  void a_file_that_is_none_says_why_and_another_can_be_chosen() {
    try (Browser browser = Browser.open(Size.PHONE, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go(address()).page();
      page.locator("#file").setInputFiles(file(CSV));
      assertThat(browser.part("import-wrong")).containsText("Betreff");
      browser.faults().removeIf(fault -> fault.contains("422"));
      browser.isAccessible().fitsSideways().shoot("import-ru-title");
      page.setViewportSize(390, 844);
      choice(browser, "Betreff").selectOption("title");
      counts(browser, 1, 2);
      assertThat(browser.part("import-wrong")).isHidden();
      page.locator("#other").click();
      page.locator("#file").setInputFiles(file("Тема;Статус\nПринтер;Мурр\nСтол;Новая\n"));
      counts(browser, 1, 1);
      assertThat(browser.part("import-wrong")).isHidden();
      assertThat(browser.part("rejected")).containsText("Строка 2");
      browser.isAccessible().fitsSideways().shoot("import-ru-dark");
      page.locator("#other").click();
      assertThat(page.locator("#drop")).isVisible();
    }
  }

  @Test
  void a_long_file_shows_how_far_it_is_and_is_found_again() {
    String csv = "Тема\n" + "Полить цветы\n".repeat(5_000) + "\"\"\nПоследняя\n";
    try (Browser browser = Browser.open(Size.PHONE, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go(address()).page();
      page.locator("#file").setInputFiles(file(csv));
      assertThat(browser.part("import-progress")).isVisible();
      assertThat(page.locator("#far-head")).hasText("Файл проверяется");
      assertThat(page.locator("#plan-head")).hasText("Что сделает файл", soon());
      counts(browser, 5_001);
      assertEquals(0, tasks());
      browser.part("import-go").click();
      assertThat(page.locator("#far-head")).hasText("Файл загружается");
      assertThat(page.locator("#far")).isFocused();
      browser.isAccessible().fitsSideways().shoot("import-ru-progress");
      // somewhere else meanwhile, and back by the address
      String there = page.url();
      assertTrue(there.contains("&job="), there);
      browser.go("/projects");
      page.navigate(there);
      assertThat(page.locator("#plan-head")).hasText("Файл загружен", soon());
      counts(browser, 5_001);
      assertEquals(5_001, tasks());
      browser.part("import-undo").click();
      assertThat(page.locator("#toast"))
          .not()
          .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(60_000));
      assertEquals(0, tasks());
    }
  }

  private static LocatorAssertions.HasTextOptions soon() {
    return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
  }

  private static void counts(Browser browser, int created) {
    String digits = browser.page().locator("[data-count=created]").innerText();
    assertEquals(created, Integer.parseInt(digits.replaceAll("\\D", "")));
  }

  @Test
  void a_dropped_file_is_taken_too() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(address()).page();
      page.evaluate(
          "() => { const d = new DataTransfer();"
              + " d.items.add(new File(['title\\nDropped\\n'], 'd.csv'));"
              + " document.getElementById('drop').dispatchEvent(new DragEvent('drop',"
              + " {bubbles: true, cancelable: true, dataTransfer: d})); }");
      counts(browser, 1, 0);
    }
  }

  @Test
  void readers_are_told_and_without_a_project_one_is_chosen() {
    Person boris = People.named("Boris Lund");
    Work.join(anna, project, boris, "viewer");
    try (Browser browser = Browser.open(Size.DESK, boris)) {
      browser.go(address());
      assertThat(browser.page().locator(".empty")).containsText("only its members");
      browser.isAccessible();
    }
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      browser.go("/import");
      browser.part("choose-project").getByText("Project " + project.key()).click();
      assertThat(browser.page().locator("#drop")).isVisible();
    }
  }
}
