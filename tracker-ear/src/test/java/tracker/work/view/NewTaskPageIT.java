package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** A new task from anywhere: c, a title, Enter. */
class NewTaskPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private int count() {
    return Integer.parseInt(
        anna.rest().get("/api/tasks?project=" + project.key()).is(200).field("total"));
  }

  @Test
  void a_title_is_enough() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      page.keyboard().press("c");
      Locator dialog = browser.part("new-task");
      assertThat(dialog).isVisible();
      assertThat(page.locator("#nt-title")).isFocused();
      browser.isAccessible().shoot("new-task");
      page.setViewportSize(1440, 900);
      page.keyboard().type("Order new towels");
      page.keyboard().press("Enter");
      assertThat(dialog).isHidden();
      assertThat(browser.part("column-todo")).containsText("Order new towels");
    }
    Assertions.assertEquals(1, count());
  }

  @Test
  void an_impatient_finger_makes_one_task() {
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      page.locator("nav.bar .plus").tap();
      page.locator("#nt-title").fill("Once");
      page.locator("#nt-create").evaluate("button => { button.click(); button.click(); }");
      assertThat(browser.part("new-task")).isHidden();
      assertThat(page.locator("#toast")).containsText(project.key() + "-1");
      browser.fitsSideways();
    }
    Assertions.assertEquals(1, count());
  }

  @Test
  void without_a_title_nothing_is_made_and_the_field_says_so() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      page.keyboard().press("c");
      page.locator("#nt-title").fill("   ");
      page.keyboard().press("Enter");
      assertThat(page.locator("#nt-title")).hasAttribute("aria-invalid", "true");
      assertThat(browser.part("new-task")).isVisible();
    }
    Assertions.assertEquals(0, count());
  }

  @Test
  void all_properties_are_chosen_before_it_is_made() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      page.keyboard().press("c");
      page.locator("#nt-title").fill("With everything");
      page.locator("#new-task [data-pick=priority]").click();
      page.locator("#nt-menu-priority [data-value=high]").click();
      page.locator("#new-task [data-pick=assignee]").click();
      page.locator("#nt-menu-assignee [data-value='" + anna.id() + "']").click();
      page.locator("#new-task [data-pick=due]").click();
      page.locator("#nt-menu-due [data-days='7']").click();
      page.locator("#nt-text").fill("All of it");
      page.locator("#nt-create").click();
      assertThat(browser.part("new-task")).isHidden();
      assertThat(page.locator("#toast")).containsText(project.key() + "-1");
    }
    var made = anna.rest().get("/api/tasks/" + project.key() + "-1").is(200);
    Assertions.assertEquals("high", made.field("priority"));
    Assertions.assertEquals(anna.id(), made.field("assignee_id"));
    Assertions.assertEquals("All of it", made.field("description"));
  }

  @Test
  void several_are_made_in_a_row() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      page.keyboard().press("c");
      page.locator("label.another").click();
      page.locator("#nt-title").fill("One");
      page.keyboard().press("Enter");
      assertThat(page.locator("#nt-said")).containsText(project.key() + "-1");
      page.locator("#nt-title").fill("Two");
      page.keyboard().press("Enter");
      assertThat(page.locator("#nt-said")).containsText(project.key() + "-2");
    }
    Assertions.assertEquals(2, count());
  }
}
