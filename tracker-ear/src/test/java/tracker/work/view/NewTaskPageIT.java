package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  void marks_in_the_title_become_its_properties_before_it_is_made() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      page.keyboard().press("c");
      Locator title = page.locator("#nt-title");
      assertThat(page.locator("#nt-menu-tags")).isAttached();
      title.pressSequentially("Mend !hi the lamp @me #wiring ^+3 C# ");
      assertThat(title).hasValue("Mend the lamp C# ");
      assertThat(page.locator("#new-task [data-pick=priority]")).containsText("High");
      assertThat(page.locator("#new-task [data-pick=assignee]")).containsText("Anna Weber");
      assertThat(page.locator("#new-task [data-pick=tags]")).containsText("wiring");
      assertThat(page.locator("#nt-said")).containsText("Due");
      browser.isAccessible().shoot("new-task-marks");

      // the last one may be meant as a word; what is no mark is one
      page.setViewportSize(1440, 900);
      title.pressSequentially("#1 !soon #bug ");
      page.keyboard().press("Backspace");
      assertThat(title).hasValue("Mend the lamp C# #1 !soon #bug ");
      assertThat(page.locator("#new-task [data-pick=tags]")).containsText("wiring");
      assertThat(page.locator("#new-task [data-pick=tags]")).not().containsText("bug");
      title.pressSequentially("#quick");
      page.keyboard().press("Enter");
      assertThat(browser.part("new-task")).isHidden();
    }
    var made = anna.rest().get("/api/tasks/" + project.key() + "-1").is(200);
    Assertions.assertEquals("Mend the lamp C# #1 !soon #bug", made.field("title"));
    Assertions.assertEquals("high", made.field("priority"));
    Assertions.assertEquals(anna.id(), made.field("assignee_id"));
    Assertions.assertEquals("[\"quick\",\"wiring\"]", made.at("/tags").toString());
    Assertions.assertFalse(made.at("/due_at").isNull());
  }

  @Test
  void a_mark_names_a_person_by_the_beginning_of_a_name() {
    String name = "Ulrike " + Work.aKey().toLowerCase(Locale.ROOT);
    People.named(name);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      page.keyboard().press("c");
      assertThat(page.locator("#nt-menu-assignee")).isAttached();
      page.locator("#nt-title").pressSequentially("Call @" + name.substring(7) + " ");
      assertThat(page.locator("#new-task [data-pick=assignee]")).containsText(name);
      assertThat(page.locator("#nt-title")).hasValue("Call ");
    }
  }

  private static void giveOwnStatuses(Person manager, Project project) {
    Map<String, Object> own =
        Map.of(
            "statuses",
            List.of(
                Map.of("name", "To plan", "category", "todo"),
                Map.of("name", "Doing", "category", "in_progress"),
                Map.of("name", "In review", "category", "in_progress"),
                Map.of("name", "Ready", "category", "done")),
            "transitions",
            List.of());
    manager.rest().put("/api/projects/" + project.key() + "/workflow", own).is(200);
  }

  @Test
  void it_may_begin_in_any_status_of_the_project_that_is_chosen_with_one_of_its_people() {
    Project other = Work.project(anna);
    giveOwnStatuses(anna, other);
    Person stranger = People.named("Zoe Far");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      page.keyboard().press("c");
      page.locator("#nt-title").fill("Look through it");
      page.locator("#new-task [data-pick=status]").click();
      assertThat(page.locator("#nt-menu-status [data-value]")).hasCount(4);
      page.keyboard().press("Escape");
      page.locator("#nt-project").click();
      page.locator("#nt-menu-project [data-value='" + other.key() + "']").click();
      page.locator("#new-task [data-pick=assignee]").click();
      assertThat(page.locator("#nt-menu-assignee [data-value='" + stranger.id() + "']"))
          .hasCount(0);
      page.locator("#nt-menu-assignee [data-value='" + anna.id() + "']").click();
      page.locator("#new-task [data-pick=status]").click();
      assertThat(page.locator("#nt-menu-status [data-value]"))
          .containsText(new String[] {"To plan", "Doing", "In review", "Ready"});
      browser.isAccessible().shootHere("new-task-own-status");
      page.locator("#nt-menu-status").getByText("In review").click();
      page.locator("#nt-create").click();
      assertThat(browser.part("new-task")).isHidden();
      assertThat(page.locator("#toast")).containsText(other.key() + "-1");

      // a list over several projects offers those of each row
      Work.task(anna, project, "With the usual ones");
      browser.go("/list?q=" + "assignee = me or project = " + project.key());
      Locator row = page.locator("tr[data-key='" + other.key() + "-1']");
      row.locator(".c-status button").click();
      page.locator("#menu-status").getByText("Ready").click();
      assertThat(row.locator(".c-status")).containsText("Ready");
      assertThat(page.locator("#toast")).containsText("Ready");
      page.locator("tr[data-key='" + project.key() + "-1'] .c-status button").click();
      assertThat(page.locator("#menu-status [data-value]"))
          .containsText(new String[] {"To do", "In progress", "Done", "Canceled"});
    }
    var made = anna.rest().get("/api/tasks/" + other.key() + "-1").is(200);
    Assertions.assertEquals("done", made.field("status"));
  }

  @Test
  void of_more_projects_than_a_menu_holds_any_is_found_by_typing() {
    for (int i = 0; i < 201; i++) {
      Work.project(anna);
    }
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/my-work").page();
      page.keyboard().press("c");
      page.locator("#nt-title").fill("In the oldest one");
      page.locator("#nt-project").click();
      Locator oldest = page.locator("#nt-menu-project [data-value='" + project.key() + "']");
      assertThat(page.locator("#nt-menu-project [data-narrow]")).isFocused();
      assertThat(oldest).hasCount(0);
      page.keyboard().type(project.key().toLowerCase(Locale.ROOT));
      assertThat(oldest).isVisible();
      page.keyboard().press("Enter");
      assertThat(page.locator("#nt-project")).containsText(project.key());
      page.locator("#nt-create").click();
      assertThat(browser.part("new-task")).isHidden();
    }
    Assertions.assertEquals(1, count());
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
