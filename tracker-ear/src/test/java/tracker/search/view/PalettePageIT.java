package tracker.search.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The palette of Ctrl+K: everything by its name, without a mouse. */
class PalettePageIT {
  private static final String OPTION = "#palette-list [role=option]";
  private final Person kira = People.named("Kira Sommer");
  private final Project project = Work.project(kira);
  private final String mark = "q" + UUID.randomUUID().toString().replaceAll("[0-9-]", "") + "lamp";

  private static Locator opened(Page page, String typed) {
    page.keyboard().press("Control+k");
    Locator input = page.locator("#palette-text");
    assertThat(input).isFocused();
    page.keyboard().type(typed);
    return page.locator(OPTION);
  }

  private static Locator chosen(Page page) {
    return page.locator(OPTION + "[aria-selected=true]");
  }

  @Test
  void places_and_acts_are_found_by_a_few_letters() {
    try (Browser browser = Browser.open(Size.DESK, kira)) {
      Page page = browser.go("/my-work").page();
      Locator rows = opened(page, "");
      assertThat(rows.nth(0)).containsText("New task");
      browser.isAccessible().fitsSideways().shoot("palette");
      page.keyboard().type("prjc");
      assertThat(chosen(page)).containsText("Projects");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/projects"));

      // what was taken last is offered first
      assertThat(opened(page, "").nth(0)).containsText("New task");
      page.keyboard().press("Escape");
      assertThat(page.locator("#palette")).isHidden();
      page = browser.go("/my-work").page();
      assertThat(opened(page, "").nth(0)).containsText("Projects");

      page.keyboard().type("new ta");
      page.keyboard().press("Enter");
      assertThat(page.locator("#nt-title")).isFocused();
      page.keyboard().press("Escape");

      opened(page, "theme dark");
      assertThat(chosen(page)).containsText("Dark");
      page.keyboard().press("Enter");
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      opened(page, "o");
      browser.isAccessible().shoot("palette-dark");
    }
  }

  @Test
  void tasks_and_projects_are_found_by_their_words_and_nothing_is_said() {
    String key = Work.task(kira, project, "Repair the " + mark, Map.of()).field("key");
    try (Browser browser = Browser.open(Size.DESK, kira)) {
      Page page = browser.go("/list").page();
      Locator rows = opened(page, mark);
      assertThat(rows).hasCount(1);
      assertThat(rows.nth(0)).containsText(key);
      browser.isAccessible().shoot("palette-task");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/task/" + key));

      rows = opened(page, project.key());
      assertThat(rows.filter(new Locator.FilterOptions().setHasText("Project")).first())
          .containsText(project.key());
      page.keyboard().press("Escape");

      assertThat(opened(page, mark + "xyz")).hasCount(0);
      assertThat(page.locator("#palette-said")).hasText("Nothing found");
      assertThat(page.locator("#palette-count")).hasText("Nothing found");
    }
  }

  @Test
  void the_open_task_is_changed_and_assigned_to_oneself_by_keys() {
    String key = Work.task(kira, project, "Paint the fence", Map.of()).field("key");
    try (Browser browser = Browser.open(Size.DESK, kira)) {
      Page page = browser.go("/task/" + key).page();
      opened(page, "status progress");
      assertThat(chosen(page)).containsText("In progress");
      page.keyboard().press("Enter");
      assertThat(page.locator("#activity")).containsText("from To do to In progress");

      opened(page, "assignee");
      assertThat(page.locator(OPTION).nth(1)).containsText("Assignee: ");
      assertEquals(
          true,
          page.evaluate(
              "() => { const names = [...document.querySelectorAll('#menu-assignee .cut')]"
                  + ".map((one) => 'Assignee: ' + one.textContent);"
                  + " return [...document.querySelectorAll('#palette-list .cut')]"
                  + ".map((one) => one.textContent).filter((one) => one.startsWith('Assignee: '))"
                  + ".every((one) => names.includes(one)); }"),
          "People by their names alone");
      page.keyboard().press("Escape");

      // what the page draws afresh meanwhile is found again
      opened(page, "due");
      page.evaluate(
          "document.querySelectorAll('.props [data-pick]')"
              + ".forEach((on) => on.replaceWith(on.cloneNode(true)))");
      page.keyboard().press("Enter");
      assertThat(page.locator("#menu-due")).isVisible();
      page.keyboard().press("Escape");

      page.locator("body").press("i");
      assertThat(page.locator("#activity")).containsText("assigned it to Kira Sommer");
    }
    assertEquals("in_progress", kira.rest().get("/api/tasks/" + key).field("status"));
  }
}
