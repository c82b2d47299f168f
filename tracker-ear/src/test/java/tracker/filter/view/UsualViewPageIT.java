package tracker.filter.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** A kept filter as the view that one's list opens with. */
class UsualViewPageIT {
  private final Person anna = People.newcomer();
  private final Project project = Work.project(anna);

  private String filter(Person owner, String name) {
    Map<String, Object> body = Map.of("name", name, "query", "priority = high", "shared", true);
    return owner.rest().post("/api/filters", body).is(201).field("id");
  }

  private boolean isUsual(Person whose, String id) {
    return whose.rest().get("/api/filters/" + id).is(200).json().path("usual").asBoolean();
  }

  @Test
  void the_list_opens_with_it_the_address_says_so_and_all_tasks_are_one_click_away() {
    Work.task(anna, project, "Loud", Map.of("priority", "high"));
    Work.task(anna, project, "Quiet", Map.of("priority", "low"));
    String id = filter(anna, "What is loud " + project.key());
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/list").page();
      assertThat(page.locator("#tasks tbody tr")).hasCount(2);
      browser.part("saved").click();
      Locator usual =
          browser
              .part("kept")
              .filter(new Locator.FilterOptions().setHasText("What is loud " + project.key()))
              .locator(".usual");
      assertThat(usual).hasAttribute("aria-pressed", "false");
      browser.shootHere("usual-view-menu");
      usual.focus();
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/list\\?filter=" + id));
      assertThat(page.locator("#toast")).containsText("opens with");
      assertTrue(isUsual(anna, id));
      browser.go("/my-work");
      page.locator("aside.side nav").getByText("Tasks").click();
      page.waitForURL(Pattern.compile(".*/list\\?filter=" + id));
      assertThat(page.locator("#tasks tbody tr")).hasCount(1);
      browser.isAccessible();
      page.getByText("Clear filters").click();
      page.waitForURL(Pattern.compile(".*/list\\?view=all"));
      assertThat(page.locator("#tasks tbody tr")).hasCount(2);
      browser.part("saved").click();
      assertThat(usual).hasAttribute("aria-pressed", "true");
      usual.click();
      assertThat(page.locator("#toast")).containsText("all tasks now");
      assertFalse(isUsual(anna, id));
      browser.go("/list");
      assertThat(page.locator("#tasks tbody tr")).hasCount(2);
    }
  }

  @Test
  void one_that_is_not_shared_any_more_is_told_and_forgotten_and_comes_back_when_it_is() {
    Person boris = People.named("Boris Lund");
    Work.task(anna, project, "Quiet");
    String id = filter(boris, "Shared " + project.key());
    anna.rest().put("/api/filters/" + id + "/usual", Map.of()).is(204);
    assertFalse(isUsual(boris, id), "it is Anna's alone");
    boris.rest().patch("/api/filters/" + id, Map.of("shared", false)).is(200);
    try (Browser browser = Browser.open(Size.DESK, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/list").page();
      assertThat(browser.part("usual-gone")).containsText("Ваш обычный фильтр удалён");
      assertThat(page.locator("#tasks tbody tr")).hasCount(1);
      browser.isAccessible().shoot("usual-view-gone").fitsSideways();
      page.setViewportSize(1440, 900);
      boris.rest().patch("/api/filters/" + id, Map.of("shared", true)).is(200);
      browser.go("/list");
      page.waitForURL(Pattern.compile(".*/list\\?filter=" + id));
      boris.rest().delete("/api/filters/" + id).is(204);
      browser.go("/list");
      browser.part("usual-gone").getByText("Забыть его").click();
      assertThat(browser.part("usual-gone")).hasCount(0);
      assertEquals(1, page.locator("#tasks tbody tr").count());
    }
    anna.rest().put("/api/filters/" + id + "/usual", Map.of()).refuses(404, "FILTER_NOT_FOUND");
  }
}
