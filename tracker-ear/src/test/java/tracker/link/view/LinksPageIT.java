package tracker.link.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Links on the task page: found by words, read from both sides, removed and brought back. */
class LinksPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Project project = Work.project(anna);
  private final String paint = Work.task(anna, project, "Paint the hall").field("key");
  private final String ladder =
      Work.task(anna, project, "Buy a ladder of " + project.key()).field("key");

  private void link(String from, String type, String to) {
    anna.rest().post("/api/tasks/" + from + "/links", Map.of("type", type, "task_id", to)).is(201);
  }

  @Test
  void a_task_is_found_by_words_and_blocks_until_it_is_done() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + paint).page();
      assertThat(browser.part("blocked-by")).hasCount(0);
      page.locator("#link-find").pressSequentially("ladder " + project.key());
      Locator first = page.locator("#link-found [aria-selected=true]");
      assertThat(first).containsText(ladder);
      assertThat(page.locator("#link-said")).hasText("1 found");
      browser.isAccessible().shoot("link-find");
      page.setViewportSize(1440, 900);
      page.keyboard().press("Enter");
      assertThat(browser.part("link-" + ladder)).containsText("Buy a ladder");
      assertThat(page.locator("#reading-blocked")).hasText("Is blocked by");
      assertThat(page.locator("#link-find")).isFocused();
      assertThat(page.locator("#link-find")).hasValue("");
      assertThat(browser.part("blocked-by")).containsText(ladder);
      assertThat(page.locator("#activity")).containsText("linked it: is blocked by " + ladder);
      browser.isAccessible().fitsSideways().shoot("links");
      page.setViewportSize(1440, 900);

      browser.go("/task/" + ladder);
      assertThat(page.locator("#reading-blocks")).hasText("Blocks");
      assertThat(page.locator("#activity")).containsText("linked it: blocks " + paint);
      browser.part("step-finish").click();
      assertThat(page.locator("#prop-status")).containsText("Done");
      browser.go("/task/" + paint);
      assertThat(browser.part("link-" + ladder)).isVisible();
      assertThat(browser.part("blocked-by")).hasCount(0);
    }
  }

  @Test
  void a_link_is_removed_and_comes_back_from_the_toast() {
    link(paint, "precedes", ladder);
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go("/task/" + ladder).page();
      assertThat(page.locator("#reading-follows")).hasText("Follows");
      Locator line = browser.part("link-" + paint);
      browser.isAccessible().fitsSideways();
      line.locator("[data-unlink]").tap();
      assertThat(line).hasCount(0);
      assertThat(page.locator("#link-find")).isFocused();
      assertThat(page.locator("#activity")).containsText("removed a link: follows " + paint);
      page.locator("#toast").getByText("Undo").click();
      assertThat(browser.part("link-" + paint)).isVisible();
    }
  }

  @Test
  void every_relation_can_be_chosen_by_keyboard_alone() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + paint).page();
      for (String reading : List.of("blocked", "follows", "relates", "duplicates", "duplicated")) {
        page.locator("#link-reading").selectOption(reading);
        page.locator("#link-find").fill(ladder.toLowerCase(java.util.Locale.ROOT));
        page.locator("#link-find").press("Enter");
        assertThat(page.locator("#reading-" + reading)).isVisible();
      }
      assertThat(page.locator("#links-head")).containsText("5");
      assertThat(page.locator("#link-reading")).hasValue("duplicated");
    }
  }

  @Test
  void what_is_refused_is_said_and_stays_to_be_mended() {
    link(paint, "blocks", ladder);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + paint).page();
      page.locator("#link-find").fill(ladder);
      page.locator("#link-find").press("Enter");
      assertThat(page.locator("#toast")).containsText(String.join(" → ", ladder, paint, ladder));
      assertThat(page.locator("#link-find")).hasValue(ladder);
      page.locator("#link-find").fill("no such words at all");
      assertThat(page.locator("#link-found")).hasText("No task found");
      page.keyboard().press("Enter");
      assertThat(page.locator("#toast")).containsText("There is no such task.");
    }
  }

  @Test
  void cards_and_rows_say_that_a_task_waits() {
    link(ladder, "blocks", paint);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/board/" + project.key()).page();
      Locator sign = browser.part("card-" + paint).locator("[data-test=blocked]");
      assertThat(sign).containsText("Blocked");
      assertThat(sign).hasAttribute("title", "Blocked by " + ladder);
      assertThat(browser.part("blocked")).hasCount(1);
      browser.isAccessible().shoot("board-blocked");
      page.setViewportSize(1440, 900);
      browser.go("/list?project=" + project.key());
      assertThat(page.locator("tr[data-key=" + paint + "] [data-test=blocked]")).isVisible();
      browser.isAccessible().fitsSideways().shoot("list-blocked");
      page.setViewportSize(1440, 900);
      anna.rest().patch("/api/tasks/" + ladder, Map.of("status", "canceled")).is(200);
      browser.go("/board/" + project.key());
      assertThat(browser.part("card-" + paint)).isVisible();
      assertThat(browser.part("blocked")).hasCount(0);
    }
  }

  @Test
  void a_viewer_reads_links_and_sees_nothing_of_hidden_tasks() {
    Project open = Work.project(anna, "internal");
    String seen = Work.task(anna, open, "Seen").field("key");
    String other = Work.task(anna, open, "Other").field("key");
    link(paint, "blocks", seen);
    try (Browser browser = Browser.open(Size.DESK, boris)) {
      Page page = browser.go("/task/" + seen).page();
      assertThat(page.locator("#task-title, .task-title").first()).isVisible();
      assertThat(browser.part("links")).hasCount(0);
      assertThat(browser.part("blocked-by")).hasCount(0);
      assertThat(page.locator("#activity")).not().containsText("linked");
      link(seen, "relates", other);
      page.reload();
      assertThat(browser.part("link-" + other)).isVisible();
      assertThat(page.locator("#links-head .n")).hasText("1");
      Assertions.assertEquals(0, page.locator("#link-find,[data-unlink]").count());
      browser.isAccessible();
    }
  }

  @Test
  void it_reads_well_in_russian_and_in_the_dark() {
    String longest =
        "Очень длинное название, которое не поместится в строку: " + "слово ".repeat(30);
    String big = Work.task(anna, project, longest).field("key");
    for (String type : List.of("blocks", "relates", "duplicates")) {
      link(big, type, paint);
    }
    link(paint, "precedes", ladder);
    try (Browser browser = Browser.open(Size.DESK, anna, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/task/" + paint).page();
      assertThat(page.locator("#links-head")).containsText("Связи");
      assertThat(browser.part("blocked-by")).containsText("Блокируют задачи:");
      page.locator("#link-find").fill("длинное");
      assertThat(page.locator("#link-found [role=option]").first()).containsText(big);
      browser.isAccessible().fitsSideways().shoot("links-dark");
    }
  }

  @Test
  void a_type_is_chosen_on_the_page_shown_and_asked_for_in_the_list() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + paint).page();
      page.locator("#prop-type").click();
      page.locator("#menu-type [data-value=bug]").click();
      assertThat(page.locator("#prop-type")).hasText("Bug");
      assertThat(page.locator("#activity")).containsText("changed the type from Task to Bug");
      page.locator("#toast").getByText("Undo").click();
      assertThat(page.locator("#prop-type")).hasText("Task");
      anna.rest().patch("/api/tasks/" + ladder, Map.of("type", "spare_part")).is(200);
      browser.go("/list?project=" + project.key() + "&type=spare_part");
      assertThat(browser.part("chip-type")).containsText("spare part");
      assertThat(page.locator("tr[data-key]")).hasCount(1);
      browser.go("/board/" + project.key());
      assertThat(browser.part("card-" + ladder).locator(".type"))
          .hasAttribute("title", "spare part");
    }
  }

  @Test
  void progress_is_shown_and_a_finished_parent_says_what_is_still_open() {
    List<String> statuses = List.of("done", "todo", "in_progress", "canceled");
    for (String status : statuses) {
      Work.task(anna, project, "Part " + status, Map.of("parent_id", paint, "status", status));
    }
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + paint).page();
      assertThat(page.locator("#below-head .n")).hasText("1/3");
      assertThat(page.locator("#below-head progress")).hasAttribute("value", "33");
      assertThat(page.locator(".below .rows > li")).hasCount(4);
      browser.isAccessible().fitsSideways().shoot("subtasks");
      page.setViewportSize(1440, 900);
      browser.part("step-finish").click();
      assertThat(page.locator("#toast")).containsText("Done. 2 subtasks are still open");
      browser.go("/board/" + project.key());
      assertThat(browser.part("card-" + paint)).containsText("1/3");
    }
  }
}
