package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Columns fold, and lanes lay a board out by who does what, how urgent it is, or what it is of. */
class BoardLanesPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);

  @BeforeEach
  void both_work_here() {
    Work.join(anna, project, boris, "member");
  }

  private String card(String title, Map<String, Object> fields) {
    return Work.task(anna, project, title, fields).field("key");
  }

  private String idOf(String key) {
    return anna.rest().get("/api/tasks/" + key).is(200).field("id");
  }

  private static Locator cell(Page page, String lane, String column) {
    return page.locator("#in-" + lane + "-" + column);
  }

  private static Locator keys(Locator place) {
    return place.locator(".card .key");
  }

  /** Drags a card by the mouse to this point of a place. */
  private static void drag(Browser browser, String key, Locator to, double x, double y) {
    Page page = browser.page();
    BoundingBox from = browser.part("card-" + key).boundingBox();
    BoundingBox there = to.boundingBox();
    page.mouse().move(from.x + 40, from.y + 12);
    page.mouse().down();
    page.mouse().move(from.x + 60, from.y + 20);
    page.mouse().move(there.x + x, there.y + y, new Mouse.MoveOptions().setSteps(6));
  }

  private void saved(String key, String status, String assignee) {
    Answer task = anna.rest().get("/api/tasks/" + key).is(200);
    assertEquals(status, task.field("status"));
    assertEquals(assignee, task.field("assignee_id"));
  }

  @Test
  void a_folded_column_stays_folded_and_still_takes_a_card() {
    String first = card("First", Map.of());
    String second = card("Second", Map.of());
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      Locator done = browser.part("column-done");
      Locator fold = done.locator("[data-folds]");
      double usual = done.boundingBox().width;
      fold.focus();
      page.keyboard().press("Enter");
      assertThat(fold).hasAttribute("aria-expanded", "false");
      assertThat(fold).isFocused();
      page.reload();
      assertThat(fold).hasAttribute("aria-expanded", "false");
      assertTrue(done.boundingBox().width < usual / 3, "a strip");
      drag(browser, first, done, 20, 200);
      assertThat(done).hasClass(Pattern.compile(".*over.*"));
      page.mouse().up();
      assertThat(page.locator("#count-done")).hasText("1");
      assertThat(page.locator("#toast")).containsText(first + ": Done");
      browser.isAccessible().fitsSideways().shoot("board-folded");
      page.setViewportSize(1440, 900);

      // a card in hand opens it, and may be put there
      browser.part("card-" + second).focus();
      page.keyboard().press("Space");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("#board-said")).containsText("Done, place 1 of 2");
      assertThat(browser.part("card-" + second)).isFocused();
      page.keyboard().press("Space");
      assertThat(page.locator("#board-said")).containsText("put into Done");
      assertThat(page.locator("#count-done")).hasText("2");
      done.locator("h2").click();
      assertThat(fold).hasAttribute("aria-expanded", "true");
      assertThat(keys(done)).hasText(new String[] {second, first});
    }
  }

  @Test
  void the_menu_of_a_card_offers_the_other_lanes_beside_the_columns() {
    String key = card("Anna's", Map.of("assignee_id", anna.id()));
    card("Boris's", Map.of("assignee_id", boris.id()));
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key() + "?lanes=assignee").page();
      browser.part("card-" + key).locator(".go").click();
      Locator lanes = page.locator("#menu-status .to-lane");
      assertThat(lanes).hasAttribute("aria-label", "Lanes");
      assertThat(lanes.locator("[role=menuitem]").first()).containsText("Boris Ivanov");
      browser.isAccessible().shootHere("board-move-to-lane");
      lanes.getByText("Boris Ivanov").click();
      assertThat(keys(cell(page, boris.id(), "todo"))).containsText(new String[] {key});
      assertThat(browser.part("card-" + key)).isFocused();
      assertThat(page.locator("#toast")).containsText(key);
      saved(key, "todo", boris.id());
      // as columns alone it is the menu of statuses again
      browser.go("/board/" + project.key());
      browser.part("card-" + key).locator(".go").click();
      assertThat(lanes).hasCount(0);
      page.locator("#menu-status [data-value=done]").click();
      assertThat(keys(browser.part("column-done"))).hasText(new String[] {key});
    }
  }

  @Test
  void a_card_goes_to_another_lane_and_column_in_one_step_and_back_by_one() {
    String hers = card("Hers", Map.of("assignee_id", anna.id()));
    String his = card("His", Map.of("assignee_id", boris.id(), "status", "in_progress"));
    String free = card("Free", Map.of());
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key() + "?q=status+%21%3D+canceled").page();
      browser.part("lanes").click();
      browser.part("lanes-menu").getByText("by assignee").click();
      page.waitForURL("**/board/" + project.key() + "?q=*&lanes=assignee");
      assertThat(page.locator(".lane h2"))
          .containsText(new String[] {"Anna Weber", "Boris Ivanov", "No one"});
      assertThat(keys(cell(page, anna.id(), "todo"))).hasText(new String[] {hers});
      drag(browser, free, cell(page, boris.id(), "in_progress"), 40, 10);
      assertThat(page.locator(".slot")).isVisible();
      browser.shootHere("board-lanes-air");
      page.mouse().up();
      assertThat(keys(cell(page, boris.id(), "in_progress"))).hasText(new String[] {free, his});
      assertThat(page.locator("#toast"))
          .containsText(free + ": In progress. " + free + " assigned to Boris Ivanov");
      assertThat(browser.part("lane-" + boris.id()).locator("header .n")).hasText("2");
      saved(free, "in_progress", boris.id());
      // the card shows whose it is without being asked
      assertThat(browser.part("card-" + free).locator(".av"))
          .hasAttribute("aria-label", "Boris Ivanov");
      browser.isAccessible().fitsSideways().shoot("board-lanes");
      page.setViewportSize(1440, 900);
      page.locator("#toast").getByText("Undo").click();
      assertThat(keys(cell(page, "none", "todo"))).hasText(new String[] {free});
      assertThat(keys(cell(page, boris.id(), "in_progress"))).hasText(new String[] {his});
      saved(free, "todo", "null");
      page.goBack();
      assertThat(page.locator(".lane")).hasCount(0);
    }
  }

  @Test
  void a_place_in_a_lane_is_the_place_in_the_column() {
    String one = card("One", Map.of("priority", "high"));
    String two = card("Two", Map.of("priority", "low"));
    String three = card("Three", Map.of("priority", "high"));
    String four = card("Four", Map.of("priority", "low"));
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key() + "?lanes=priority").page();
      // into an empty lane of its column: it stays where it was
      drag(browser, two, cell(page, "normal", "todo"), 40, 10);
      page.mouse().up();
      assertThat(page.locator("#toast")).containsText(two + ": priority Normal");
      // below One among the urgent: right below it in the column too
      browser.part("card-" + four).focus();
      page.keyboard().press("Space");
      assertThat(page.locator("#board-said")).containsText("To do, Low, place 1 of 1");
      page.keyboard().press("ArrowUp");
      assertThat(page.locator("#board-said")).containsText("To do, Normal, place 2 of 2");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      assertThat(page.locator("#board-said")).containsText("To do, High, place 2 of 3");
      page.keyboard().press("Space");
      assertThat(page.locator("#toast")).containsText(four + ": priority High");
      assertThat(browser.part("card-" + four)).isFocused();
      assertThat(keys(cell(page, "high", "todo"))).hasText(new String[] {one, four, three});
      browser.go("/board/" + project.key());
      assertThat(keys(browser.part("column-todo"))).hasText(new String[] {one, four, two, three});
    }
  }

  @Test
  void lanes_by_parent_refuse_what_would_go_in_a_circle_and_fold() {
    String lobby = card("Renovate the lobby", Map.of());
    String paint = card("Paint", Map.of("parent_id", idOf(lobby)));
    String loose = card("Loose end", Map.of());
    String lane = idOf(lobby);
    try (Browser browser = Browser.open(Size.DESK, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/board/" + project.key() + "?lanes=parent").page();
      assertThat(page.locator(".lane h2"))
          .containsText(new String[] {lobby + " Renovate the lobby", "Без родительской задачи"});
      drag(browser, lobby, cell(page, lane, "todo"), 40, 10);
      assertThat(page.locator(".card.air")).hasAttribute("data-why", Pattern.compile(lobby));
      page.mouse().up();
      assertThat(page.locator("#toast")).containsText("внутри самой себя");
      drag(browser, loose, cell(page, lane, "in_progress"), 40, 10);
      page.mouse().up();
      assertThat(page.locator("#toast")).containsText(loose + " теперь внутри " + lobby);
      assertThat(keys(cell(page, lane, "in_progress"))).hasText(new String[] {loose});
      // the refusal of the server brings a card back with its reason
      anna.rest().patch("/api/tasks/" + lobby, Map.of("parent_id", idOf(paint))).is(409);
      Locator fold = browser.part("lane-" + lane).locator("[data-folds]");
      browser.isAccessible().fitsSideways().shoot("board-lanes-parent");
      page.setViewportSize(1440, 900);
      fold.click();
      assertThat(fold).hasAttribute("aria-expanded", "false");
      assertThat(cell(page, lane, "todo")).isHidden();
      page.reload();
      assertThat(cell(page, lane, "todo")).isHidden();
      assertThat(browser.part("lane-" + lane).locator("header .n")).hasText("2");
      browser.isAccessible();
    }
  }

  @Test
  void a_lane_that_the_server_refuses_gives_the_card_back_with_the_reason() {
    Person guest = People.named("Gina Guest");
    Work.join(anna, project, guest, "member");
    String hers = card("Of somebody who leaves", Map.of("assignee_id", guest.id()));
    String free = card("Free", Map.of());
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key() + "?lanes=assignee").page();
      anna.rest().delete("/api/projects/" + project.key() + "/members/" + guest.id()).is(204);
      drag(browser, free, cell(page, guest.id(), "todo"), 40, 10);
      page.mouse().up();
      assertThat(page.locator("#toast .toast.bad")).isVisible();
      assertThat(keys(cell(page, "none", "todo"))).hasText(new String[] {free});
      assertThat(keys(cell(page, guest.id(), "todo"))).hasText(new String[] {hers});
      saved(free, "todo", "null");
    }
  }

  @Test
  void what_others_do_shows_in_lanes_and_a_new_lane_comes_by_itself() {
    String free = card("Free", Map.of());
    card("Hers", Map.of("assignee_id", anna.id()));
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.page();
      page.waitForRequest(
          "**/events*", () -> browser.go("/board/" + project.key() + "?lanes=assignee"));
      browser.part("card-" + free).focus();
      boris.rest().patch("/api/tasks/" + free, Map.of("assignee_id", boris.id())).is(200);
      assertThat(keys(cell(page, boris.id(), "todo"))).hasText(new String[] {free});
      assertThat(browser.part("card-" + free)).isFocused();
      Locator quick = page.locator("#quick-todo");
      quick.fill("Call the plumber");
      quick.press("Enter");
      assertThat(cell(page, "none", "todo").locator(".card"))
          .containsText(new String[] {"Call the plumber"});
      assertThat(quick).isFocused();
    }
  }

  @Test
  void on_a_phone_lanes_fit() {
    card("Hers", Map.of("assignee_id", anna.id(), "status", "in_progress"));
    card("Free", Map.of());
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      browser.go("/board/" + project.key() + "?lanes=assignee");
      browser.isAccessible().fitsSideways().shootHere("board-lanes-phone");
    }
  }
}
