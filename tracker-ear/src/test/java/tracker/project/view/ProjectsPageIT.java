package tracker.project.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;

/** Projects: the first thing that somebody makes. */
class ProjectsPageIT {
  @ParameterizedTest
  @EnumSource(Size.class)
  void who_has_no_project_is_told_what_to_do_and_makes_one(Size size) {
    Person person = People.newcomer();
    String key = Work.aKey();
    try (Browser browser = Browser.open(size, person)) {
      Page page = browser.go("/projects").page();
      browser.isAccessible().fitsSideways();
      page.locator("main").getByText("New project").first().click();
      Locator dialog = page.locator("#new-project");
      dialog.getByLabel("Name").fill("Hotel Neva " + key);
      dialog.getByLabel("Key").fill(key);
      dialog.getByText("Create project").click();
      page.waitForURL("**/" + key + "**");
      browser.go("/projects");
      assertThat(page.locator("ul.projects")).containsText(key);
      browser.isAccessible().fitsSideways();
      if (size == Size.DESK) {
        browser.shoot("projects");
      }
    }
  }

  @Test
  void a_taken_key_is_said_beside_the_field() {
    Person person = People.named("Anna Weber");
    String key = Work.project(person).key();
    try (Browser browser = Browser.open(Size.DESK, person)) {
      Page page = browser.go("/projects").page();
      page.locator("main").getByText("New project").first().click();
      Locator dialog = page.locator("#new-project");
      dialog.getByLabel("Name").fill("Twice");
      dialog.getByLabel("Key").fill(key);
      dialog.getByText("Create project").click();
      assertThat(
              dialog
                  .locator(".alert, .wrong")
                  .filter(new Locator.FilterOptions().setHasText("key"))
                  .first())
          .isVisible();
      assertThat(dialog.getByLabel("Name")).hasValue("Twice");
    }
  }
}
