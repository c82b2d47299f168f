package tracker.work.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The task beside the board: opened by a click, kept in the address, closed by Escape or Back. */
class BesidePageIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Ivanov");
  private final Project project = Work.project(anna);
  private final String board = "/board/" + project.key();
  private String leak = "";
  private String other = "";

  @BeforeEach
  void two_tasks_and_words_about_one() {
    Work.join(anna, project, boris, "member");
    leak =
        Work.task(
                anna,
                project,
                "Leaking tap in 312",
                Map.of(
                    "description",
                    "Water on the **floor**.",
                    "priority",
                    "high",
                    "assignee_id",
                    boris.id(),
                    "tags",
                    List.of("plumbing")))
            .field("key");
    other = Work.task(anna, project, "Count the linen").field("key");
    for (int n = 1; n <= 6; n++) {
      boris.rest().post("/api/tasks/" + leak + "/comments", Map.of("body", "Word " + n)).is(201);
    }
    anna.rest()
        .upload(
            "/api/tasks/" + leak + "/attachments",
            "tap.txt",
            "Words".getBytes(StandardCharsets.UTF_8))
        .is(201);
  }

  private static Locator counted(Browser browser, String key) {
    return browser.part("card-" + key).locator(".counted");
  }

  @Test
  void a_click_shows_the_task_beside_the_board_and_escape_gives_the_card_back() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(board).page();
      assertThat(counted(browser, leak)).hasText(new String[] {"6", "1"});
      assertThat(counted(browser, other)).hasCount(0);
      browser.part("card-" + leak).click();
      Locator beside = browser.part("beside");
      assertThat(beside.locator("h2")).hasText("Leaking tap in 312");
      assertThat(beside.locator("h2")).isFocused();
      assertThat(beside.locator(".md strong").first()).hasText("floor");
      assertThat(beside.locator("#beside-assignee")).containsText("Boris Ivanov");
      assertThat(browser.part("beside-comment")).hasCount(5);
      assertThat(browser.part("beside-comment").first()).containsText("Word 6");
      page.waitForURL("**" + board + "?task=" + leak);
      assertThat(browser.part("card-" + leak)).hasAttribute("aria-current", "true");
      browser.isAccessible().fitsSideways().shootHere("board-beside");
      // another card takes its place, and one step back still closes it
      browser.part("card-" + other).click();
      assertThat(beside.locator("h2")).hasText("Count the linen");
      page.keyboard().press("Escape");
      assertThat(beside).isHidden();
      assertThat(browser.part("card-" + other)).isFocused();
      page.waitForURL("**" + board);
      page.keyboard().press("Enter");
      assertThat(beside.locator("h2")).hasText("Count the linen");
      page.goBack();
      assertThat(beside).isHidden();
      page.goForward();
      assertThat(beside.locator("h2")).hasText("Count the linen");
      beside.locator("[data-test=whole]").click();
      page.waitForURL("**/task/" + other);
    }
  }

  @Test
  void a_comment_is_written_there_and_what_is_not_sent_waits_on_the_page_of_the_task() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(board + "?task=" + leak).page();
      page.locator("#say").fill("Half a word");
      browser.part("card-" + other).click();
      assertThat(browser.part("beside").locator("h2")).hasText("Count the linen");
      assertThat(page.locator("#say")).hasValue("");
      browser.go("/task/" + leak);
      assertThat(page.locator("#say")).hasValue("Half a word");
      browser.go(board + "?task=" + leak);
      assertThat(page.locator("#say")).hasValue("Half a word");
      page.locator("#say").fill("Ask @Boris Iv");
      assertThat(page.locator(".mentions [role=option]").first()).hasText("Boris Ivanov");
      page.keyboard().press("Enter");
      assertThat(page.locator("#say")).hasValue("Ask @Boris Ivanov ");
      page.locator("[data-preview]").click();
      assertThat(page.locator("#say-preview")).containsText("Ask @Boris Ivanov");
      page.locator("[data-preview]").click();
      browser.isAccessible().fitsSideways().shootHere("board-beside-say");
      page.locator("#say").press("Control+Enter");
      assertThat(browser.part("beside-comment").first()).containsText("Ask @Boris Ivanov");
      assertThat(page.locator("#say")).hasValue("");
      assertThat(page.locator("#toast")).containsText("Comment");
      assertThat(counted(browser, leak).first()).hasText("7");
      page.reload();
      assertThat(page.locator("#say")).hasValue("");
      anna.rest().get("/api/tasks/" + leak + "/comments").is(200);
    }
  }

  @Test
  void a_copied_address_opens_it_and_what_is_changed_there_shows_on_the_card() {
    try (Browser browser = Browser.open(Size.DESK, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go(board + "?q=priority+%3D+high&task=" + leak).page();
      Locator beside = browser.part("beside");
      assertThat(beside.locator("h2")).hasText("Leaking tap in 312");
      page.locator("#beside-status").click();
      page.locator("#menu-status [data-value=in_progress]").click();
      assertThat(browser.part("column-in_progress").locator(".card .key"))
          .hasText(new String[] {leak});
      assertThat(page.locator("#beside-status")).containsText("В работе");
      assertThat(page.locator("#beside-status")).isFocused();
      page.locator("#beside-assignee").click();
      page.locator("#menu-assignee [data-value='" + anna.id() + "']").click();
      assertThat(browser.part("card-" + leak).locator(".av"))
          .hasAttribute("aria-label", "Anna Weber");
      assertThat(page.locator("#beside-assignee")).containsText("Anna Weber");
      browser.isAccessible().fitsSideways().shootHere("board-beside-dark");
      page.setViewportSize(1000, 800);
      browser.fitsSideways().shootHere("board-beside-narrow");
      page.setViewportSize(1440, 900);
      page.locator("#toast").getByText("Отменить").click();
      assertThat(page.locator("#beside-assignee")).containsText("Boris Ivanov");
      assertThat(beside.locator("h2")).hasText("Leaking tap in 312");
      page.keyboard().press("Escape");
      assertThat(beside).isHidden();
      page.waitForURL(Pattern.compile(".*\\?q=priority[^&]*$"));
    }
  }

  @Test
  void what_others_say_and_change_shows_beside_the_board_by_itself() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.page();
      page.waitForRequest("**/events*", () -> browser.go(board + "?task=" + other));
      boris.rest().post("/api/tasks/" + other + "/comments", Map.of("body", "Done soon")).is(201);
      assertThat(browser.part("beside-comment")).containsText(new String[] {"Done soon"});
      assertThat(counted(browser, other)).hasText(new String[] {"1"});
      boris.rest().patch("/api/tasks/" + other, Map.of("title", "Count all linen")).is(200);
      assertThat(browser.part("beside").locator("h2")).hasText("Count all linen");
    }
  }

  @Test
  void who_may_only_look_changes_nothing_and_a_task_out_of_sight_is_said_to_be_gone() {
    Person viewer = People.named("Vera Klimova");
    Work.join(anna, project, viewer, "viewer");
    String hidden = Work.task(anna, Work.project(anna), "Not for Vera").field("key");
    try (Browser browser = Browser.open(Size.DESK, viewer)) {
      Page page = browser.go(board + "?task=" + leak).page();
      assertThat(page.locator("#beside-status")).isDisabled();
      browser.go(board + "?task=" + hidden);
      assertThat(browser.part("beside-gone")).isVisible();
      assertThat(page.locator("body")).not().containsText("Not for Vera");
      assertThat(browser.part("card-" + leak)).isVisible();
      browser.isAccessible();
    }
  }

  @Test
  void a_card_is_a_real_link_and_a_phone_opens_the_page() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(board).page();
      Page tab =
          page.context()
              .waitForPage(
                  () ->
                      browser
                          .part("card-" + leak)
                          .click(
                              new Locator.ClickOptions()
                                  .setModifiers(List.of(KeyboardModifier.CONTROL))));
      tab.waitForURL("**/task/" + leak);
      assertThat(browser.part("beside")).isHidden();
      assertEquals(project.key(), page.locator("#board").getAttribute("data-project"));
    }
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go(board).page();
      browser.isAccessible().fitsSideways().shootHere("board-counts-phone");
      browser.part("card-" + leak).locator(".title").tap();
      page.waitForURL("**/task/" + leak);
      browser.go(board + "?task=" + other);
      page.waitForURL("**/task/" + other);
    }
  }
}
