package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The board: cards go by mouse, by keyboard and by menu, and stay where they were put. */
class BoardPageIT {
  private static final Pattern ANYTHING = Pattern.compile(".*");
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private String card(String title) {
    return Work.task(anna, project, title).field("key");
  }

  private static Locator cards(Browser browser, String status) {
    return browser.part("column-" + status).locator(".card .key");
  }

  private void saved(Browser browser, String status, String... keys) {
    assertThat(cards(browser, status)).hasText(keys);
    assertThat(browser.page().locator("#toast")).not().isEmpty();
    browser.go("/board/" + project.key());
    assertThat(cards(browser, status)).hasText(keys);
  }

  @Test
  void a_card_is_dragged_to_another_column_and_stays_at_its_place() {
    String first = card("First");
    String second = card("Second");
    String third = card("Third");
    anna.rest().patch("/api/tasks/" + first, Map.of("status", "in_progress")).is(200);
    anna.rest().patch("/api/tasks/" + second, Map.of("status", "in_progress")).is(200);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      List<String> before = cards(browser, "in_progress").allInnerTexts();
      BoundingBox from = browser.part("card-" + third).boundingBox();
      BoundingBox last = browser.part("card-" + before.get(1)).boundingBox();
      page.mouse().move(from.x + 40, from.y + 12);
      page.mouse().down();
      page.mouse().move(from.x + 60, from.y + 20);
      assertThat(page.locator(".card.air")).isVisible();
      page.mouse().move(last.x + 40, last.y + 4, new Mouse.MoveOptions().setSteps(6));
      assertThat(page.locator(".slot")).isVisible();
      page.mouse().up();
      saved(browser, "in_progress", before.get(0), third, before.get(1));
      assertThat(page.locator("#count-in_progress")).hasText("3");
      browser.isAccessible().fitsSideways().shoot("board");
    }
    Answer moved = anna.rest().get("/api/tasks/" + third).is(200);
    Assertions.assertEquals("in_progress", moved.field("status"));
  }

  @Test
  void a_card_is_moved_by_keyboard_alone_and_the_reader_hears_where_it_is() {
    String only = card("By keyboard");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      browser.part("card-" + only).focus();
      page.keyboard().press("Space");
      assertThat(page.locator("#board-said")).containsText(only + " picked up");
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("#board-said")).containsText("In progress, place 1 of 1");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("Space");
      assertThat(page.locator("#board-said")).containsText("put into Done");
      assertThat(browser.part("card-" + only)).isFocused();
      saved(browser, "done", only);
    }
  }

  @Test
  void escape_takes_a_picked_card_back() {
    String only = card("Stays");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      browser.part("card-" + only).focus();
      page.keyboard().press("Space");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("Escape");
      assertThat(page.locator("#board-said")).containsText("stays where it was");
      assertThat(cards(browser, "todo")).hasText(new String[] {only});
    }
  }

  @Test
  void on_a_phone_a_card_goes_by_its_menu() {
    String only = card("By menu");
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      browser.isAccessible().fitsSideways();
      browser.part("card-" + only).locator("[data-pick=status]").tap();
      page.locator("#menu-status [data-value=in_progress]").tap();
      saved(browser, "in_progress", only);
    }
  }

  @Test
  void a_task_is_added_where_it_belongs_with_one_line() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      Locator quick = page.locator("#quick-in_progress");
      quick.fill("Call the plumber");
      quick.press("Enter");
      assertThat(browser.part("column-in_progress").locator(".card"))
          .containsText(new String[] {"Call the plumber"});
      assertThat(quick).hasValue("");
      assertThat(quick).isFocused();
      assertThat(page.locator("#count-in_progress")).hasText("1");
    }
  }

  @Test
  void the_last_move_is_taken_back_from_the_toast() {
    String only = card("There and back");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      browser.part("card-" + only).locator("[data-pick=status]").click();
      page.locator("#menu-status [data-value=done]").click();
      assertThat(cards(browser, "done")).hasText(new String[] {only});
      page.locator("#toast").getByText("Undo").click();
      assertThat(cards(browser, "todo")).hasText(new String[] {only});
    }
  }

  /** From to do to doing, one at a time, and with somebody who does it to done. */
  private void narrowWays() {
    Map<String, Object> ways =
        Map.of(
            "statuses",
            List.of(
                Map.of("name", "To plan", "category", "todo"),
                Map.of("name", "Doing", "category", "in_progress", "wip_limit", 1),
                Map.of("name", "Ready", "category", "done")),
            "transitions",
            List.of(
                Map.of("from", "To plan", "to", "Doing"),
                Map.of("from", "Doing", "to", "Ready", "required", List.of("assignee_id")),
                Map.of("from", "*", "to", "To plan")));
    anna.rest().put("/api/projects/" + project.key() + "/workflow", ways).is(200);
  }

  @Test
  void a_column_where_a_card_may_not_go_says_why_before_it_is_dropped_and_after() {
    narrowWays();
    String doing = card("Half done");
    String open = card("To be done");
    anna.rest().patch("/api/tasks/" + doing, Map.of("status", "in_progress")).is(200);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      BoundingBox from = browser.part("card-" + open).boundingBox();
      BoundingBox to = browser.part("column-done").boundingBox();
      page.mouse().move(from.x + 40, from.y + 12);
      page.mouse().down();
      page.mouse().move(to.x + 60, to.y + 90, new Mouse.MoveOptions().setSteps(6));
      String no = "no way from To plan to Ready. From To plan one goes to: Doing";
      assertThat(page.locator(".card.air")).hasAttribute("data-why", Pattern.compile(no));
      assertThat(page.locator(".col.shut")).hasCount(2);
      browser.shootHere("board-no-way");
      page.mouse().up();
      assertThat(page.locator("#toast")).containsText(no);
      assertThat(page.locator(".slot, .col.shut")).hasCount(0);
      assertThat(cards(browser, "todo")).hasText(new String[] {open});

      browser.part("card-" + open).focus();
      page.keyboard().press("Space");
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("#board-said"))
          .containsText("Doing, place 1 of 2. Doing holds 1 tasks at most, and it is full.");
      page.keyboard().press("Space");
      assertThat(browser.part("card-" + open)).isFocused();
      assertThat(cards(browser, "todo")).hasText(new String[] {open});

      browser.part("card-" + doing).locator("[data-pick=status]").click();
      Locator ready = page.locator("#menu-status [data-value=done]");
      assertThat(ready).hasAttribute("aria-disabled", "true");
      assertThat(ready).hasAttribute("title", "Before it goes to Ready, it needs: an assignee.");
      ready.focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#toast")).containsText("it needs: an assignee");
      page.keyboard().press("Escape");
      assertThat(cards(browser, "in_progress")).hasText(new String[] {doing});
      anna.rest().patch("/api/tasks/" + doing, Map.of("assignee_id", anna.id())).is(200);
      assertThat(browser.part("card-" + doing)).not().hasAttribute("data-lacks", ANYTHING);
      browser.part("card-" + doing).locator("[data-pick=status]").click();
      assertThat(ready).not().hasAttribute("aria-disabled", "true");
      ready.click();
      assertThat(page.locator("#toast")).containsText(doing + ": Ready");
      saved(browser, "done", doing);
    }
  }

  @Test
  void who_may_only_look_sees_why_nothing_moves() {
    Person viewer = People.named("Boris Ivanov");
    Work.join(anna, project, viewer, "viewer");
    String only = card("Look at me");
    try (Browser browser = Browser.open(Size.DESK, viewer)) {
      Page page = browser.go("/board/" + project.key()).page();
      assertThat(page.locator("#read-only")).isVisible();
      assertThat(page.locator("[data-quick]")).hasCount(0);
      browser.part("card-" + only).focus();
      page.keyboard().press("Space");
      assertThat(page.locator("#toast")).containsText("only members");
      browser.isAccessible();
    }
  }
}
