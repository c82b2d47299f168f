package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The task page: each field changes in place, the history tells it, a clash loses nothing. */
class TaskPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private String task(String title) {
    return Work.task(anna, project, title).field("key");
  }

  private String now(String key, String field) {
    return anna.rest().get("/api/tasks/" + key).is(200).field(field);
  }

  @Test
  void every_property_changes_in_place_and_the_history_tells_it() {
    String key = task("Repair the lamp");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      Locator told = page.locator("#activity");
      page.locator("#task-title").fill("Repair the lamp in 12");
      page.locator("#task-title").press("Enter");
      assertThat(told).containsText("changed the title from “Repair the lamp” to");

      page.locator("#description").click();
      page.locator("#description-text").fill("The bulb is fine.\nThe switch is not.");
      page.locator("#description-text").press("Control+Enter");
      assertThat(told).containsText("changed the description");
      assertThat(page.locator("#description")).containsText("The switch is not.");

      page.locator("#prop-status").click();
      page.locator("#menu-status [data-value=in_progress]").click();
      assertThat(told).containsText("from To do to In progress");
      page.locator("#prop-priority").click();
      page.locator("#menu-priority [data-value=high]").click();
      assertThat(told).containsText("to High");
      page.locator("#prop-assignee").click();
      page.locator("#menu-assignee [data-value='" + anna.id() + "']").click();
      assertThat(told).containsText("assigned it to Anna Weber");
      page.locator("#prop-due").click();
      page.locator("#menu-due [data-days='1']").click();
      assertThat(told).containsText("set the due date to");
      page.locator("#prop-tags").click();
      page.locator("#menu-tags [data-tag-new]").fill("electric");
      page.keyboard().press("Enter");
      page.keyboard().press("Escape");
      assertThat(told).containsText("added the tags electric");
      browser.isAccessible().fitsSideways().shoot("task");
    }
    Assertions.assertEquals("Repair the lamp in 12", now(key, "title"));
    Assertions.assertEquals("in_progress", now(key, "status"));
    Assertions.assertEquals("high", now(key, "priority"));
    Assertions.assertEquals(anna.id(), now(key, "assignee_id"));
  }

  @Test
  void ticked_tags_are_picked_as_their_menu_closes_whatever_comes_next() {
    String key = task("With tags");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      Locator told = page.locator("#activity");
      page.locator("#prop-tags").click();
      page.locator("#menu-tags [data-tag-new]").fill("brass");
      page.keyboard().press("Enter");
      // what others changed is shown in the same moment: they know nothing of a new tag
      page.evaluate(
          "() => { const menu = document.getElementById('menu-tags');"
              + " menu.hidePopover(); menu.querySelector('.tick:last-child').remove(); }");
      assertThat(told).containsText("added the tags brass");

      page.locator("#prop-tags").click();
      page.locator("#menu-tags [data-tag-new]").fill("copper");
      page.keyboard().press("Enter");
      page.locator("#prop-due").click();
      assertThat(told).containsText("from brass to brass, copper");
    }
  }

  @Test
  void one_key_opens_a_property_and_never_while_typing() {
    String key = task("By keyboard");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      page.locator("body").press("p");
      assertThat(page.locator("#menu-priority")).isVisible();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Escape");
      page.locator("#task-title").focus();
      page.keyboard().press("End");
      page.keyboard().type(" p");
      assertThat(page.locator("#menu-priority")).isHidden();
      page.keyboard().press("Enter");
      assertThat(page.locator("#activity")).containsText("to “By keyboard p”");
    }
  }

  @Test
  void when_two_change_one_field_both_texts_are_shown_and_one_is_kept() {
    String key = task("Paint the door");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      // what is in hand is not replaced by what others change meanwhile
      page.locator("#task-title").fill("Paint the door red");
      anna.rest().patch("/api/tasks/" + key, Map.of("title", "Paint the door green")).is(200);
      page.locator("#task-title").press("Enter");
      Locator clash = browser.part("clash");
      assertThat(clash).containsText("Paint the door red");
      assertThat(clash).containsText("Paint the door green");
      browser.isAccessible().shoot("task-clash");
      clash.getByText("Keep mine").click();
      assertThat(page.locator("#clash")).hasCount(0);
      assertThat(page.locator("#task-title")).hasValue("Paint the door red");
    }
    Assertions.assertEquals("Paint the door red", now(key, "title"));
  }

  @Test
  void changes_of_two_fields_by_two_people_both_stand() {
    String key = task("Wash the car");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      anna.rest().patch("/api/tasks/" + key, Map.of("priority", "high")).is(200);
      browser.part("step-start").click();
      assertThat(page.locator("#prop-status")).containsText("In progress");
      assertThat(page.locator("#prop-priority")).containsText("High");
    }
    Assertions.assertEquals("high", now(key, "priority"));
  }

  @Test
  void a_deleted_task_comes_back_from_the_toast() {
    String key = task("Not this one");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      browser.part("delete").click();
      page.waitForURL(Pattern.compile(".*/list.*"));
      assertThat(page.locator("#toast")).containsText(key);
      page.keyboard().press("Control+z");
      assertThat(page.locator("#toast")).containsText("Taken back");
    }
    Assertions.assertEquals("Not this one", now(key, "title"));
  }

  @Test
  void a_subtask_is_added_with_one_line_and_counts() {
    String key = task("Move out");
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go("/task/" + key).page();
      page.locator("#quick-child").fill("Pack the books");
      page.locator("#quick-child").press("Enter");
      assertThat(page.locator(".below")).containsText("Pack the books");
      assertThat(page.locator("#below-head")).containsText("0/1");
      browser.isAccessible().fitsSideways();
    }
  }

  @Test
  void markup_in_a_title_stays_text() {
    String key = task("<img src=x onerror=alert(1)> & <b>bold</b>");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      assertThat(page.locator("#task-title"))
          .hasValue("<img src=x onerror=alert(1)> & <b>bold</b>");
      assertThat(page.locator("main img")).hasCount(0);
      browser.go("/board/" + project.key());
      assertThat(browser.part("card-" + key)).containsText("<b>bold</b>");
    }
  }

  @Test
  void a_description_shows_what_changed_and_comes_back() {
    String key = Work.task(anna, project, "Paint the hall").field("key");
    for (String text : new String[] {"Paint it red by Friday", "Paint it blue by Friday"}) {
      anna.rest().patch("/api/tasks/" + key, Map.of("description", text)).is(200);
    }
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      page.locator("[data-compare]").first().click();
      assertThat(page.locator(".pieces del").first()).hasText("red");
      assertThat(page.locator(".pieces ins").first()).hasText("blue");
      browser.isAccessible().shoot("task-versions");
      page.setViewportSize(1440, 900);
      page.locator("[data-bring]").first().click();
      assertThat(page.locator("#description")).hasText("Paint it red by Friday");
      page.locator("#toast").getByText("Undo").click();
      assertThat(page.locator("#description")).hasText("Paint it blue by Friday");
    }
  }

  @Test
  void a_task_that_is_not_there_says_so() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + project.key() + "-9999").page();
      assertThat(page.locator("h1")).hasText("There is nothing here.");
      assertThat(page.locator("#task")).hasCount(0);
      browser.isAccessible().shoot("not-found");
      browser.faults().removeIf(Pattern.compile("console: .*404.*").asMatchPredicate());
    }
  }

  @Test
  void what_a_viewer_may_not_do_stays_in_sight_and_says_why() {
    Person viewer = People.named("Boris Ivanov");
    Work.join(anna, project, viewer, "viewer");
    String task = task("Only to look at");
    try (Browser browser = Browser.open(Size.DESK, viewer)) {
      Page page = browser.go("/task/" + task).page();
      assertThat(page.locator("#read-only")).containsText("Anna Weber");
      Locator start = browser.part("step-start");
      assertThat(start).hasAttribute("aria-disabled", "true");
      start.press("Enter");
      assertThat(page.locator("#toast")).containsText("A manager can make you one");
      assertThat(page.locator("#prop-status")).containsText("To do");
      browser.isAccessible().fitsSideways().shoot("task-viewer").fitsSideways();
    }
    Assertions.assertEquals("todo", now(task, "status"));
  }
}
