package tracker.comment.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Talk on the task page: written, mentioned, changed, taken away and back; drafts are kept. */
class CommentsPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);
  private final String task = Work.task(anna, project, "Paint the hall").field("key");

  @Test
  void a_comment_is_written_in_markdown_changed_and_taken_back() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + task).page();
      Locator say = page.locator("#say");
      say.fill("Which **colour**?\nSee #" + task);
      page.locator("[data-preview]").click();
      assertThat(page.locator("#say-preview strong")).hasText("colour");
      page.locator("[data-preview]").click();
      say.press("Control+Enter");
      Locator comment = browser.part("comment");
      assertThat(comment.locator(".md strong")).hasText("colour");
      assertThat(comment.locator(".md a.key")).hasAttribute("href", "/task/" + task);
      assertThat(page.locator("#say")).hasValue("");
      browser.isAccessible().fitsSideways().shoot("comment");
      page.setViewportSize(1440, 900);

      comment.hover();
      comment.locator("[data-reword]").click();
      comment.locator("textarea").fill("Which **blue**?");
      comment.locator("[data-reword-save]").click();
      assertThat(comment.locator(".md strong")).hasText("blue");
      assertThat(comment).containsText("edited");

      comment.hover();
      comment.locator("[data-drop]").click();
      assertThat(comment).hasCount(0);
      page.locator("#toast").getByText("Undo").click();
      assertThat(browser.part("comment").locator(".md strong")).hasText("blue");
    }
  }

  @Test
  void what_was_typed_survives_a_reload_and_is_gone_once_it_is_said() {
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go("/task/" + task).page();
      page.locator("#say").pressSequentially("Half a thou");
      page.reload();
      assertThat(page.locator("#say")).hasValue("Half a thou");
      page.locator("[data-say]").tap();
      assertThat(browser.part("comment")).containsText("Half a thou");
      page.reload();
      assertThat(page.locator("#say")).hasValue("");
      browser.isAccessible().fitsSideways();
    }
  }

  @Test
  void what_was_typed_waits_for_its_writer_alone_when_they_sign_in_again() {
    Person boris = People.named("Boris Ivanov");
    Work.join(anna, project, boris, "member");
    try (Browser browser = Browser.open(Size.DESK)) {
      browser.signIn(anna);
      Page page = browser.go("/task/" + task).page();
      page.locator("#say").pressSequentially("Half a thou");
      browser.signOut().signIn(boris);
      browser.go("/task/" + task);
      assertThat(page.locator("#say")).hasValue("");
      browser.signOut().signIn(anna);
      browser.go("/task/" + task);
      assertThat(page.locator("#say")).hasValue("Half a thou");
    }
  }

  @Test
  void words_that_could_not_be_sent_stay_where_they_were_typed() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + task).page();
      page.locator("#say").fill("On the train");
      page.context().setOffline(true);
      page.locator("[data-say]").click();
      assertThat(page.locator("#toast .bad")).isVisible();
      assertThat(page.locator("#say")).hasValue("On the train");
      page.context().setOffline(false);
      page.locator("[data-say]").click();
      assertThat(browser.part("comment")).containsText("On the train");
      assertThat(page.locator("#say")).hasValue("");
      browser.faults().removeIf(fault -> fault.contains("ERR_INTERNET_DISCONNECTED"));
    }
  }

  @Test
  void an_at_sign_offers_people() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + task).page();
      page.locator("#say").pressSequentially("Ask @we");
      assertThat(page.locator(".mentions [aria-selected=true]")).hasText("Anna Weber");
      page.keyboard().press("Enter");
      assertThat(page.locator("#say")).hasValue("Ask @Anna Weber ");
      page.keyboard().press("Control+Enter");
      assertThat(browser.part("comment").locator(".mention")).hasText("@Anna Weber");
    }
  }

  @Test
  void the_stream_shows_all_or_comments_or_changes() {
    anna.rest().patch("/api/tasks/" + task, Map.of("priority", "high")).is(200);
    anna.rest().post("/api/tasks/" + task + "/comments", Map.of("body", "Said")).is(201);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + task).page();
      Locator changes = page.locator("#activity .change");
      assertThat(changes.first()).isVisible();
      page.locator("[data-stream=comments]").click();
      assertThat(changes.first()).isHidden();
      assertThat(browser.part("comment")).isVisible();
      page.reload();
      assertThat(changes.first()).isHidden();
      page.locator("[data-stream=changes]").click();
      assertThat(browser.part("comment")).isHidden();
      page.locator("[data-stream=all]").click();
      assertThat(changes.first()).isVisible();
    }
  }

  @Test
  void a_viewer_reads_and_cannot_write() {
    Person viewer = People.named("Boris Ivanov");
    Work.join(anna, project, viewer, "viewer");
    anna.rest().post("/api/tasks/" + task + "/comments", Map.of("body", "Read me")).is(201);
    try (Browser browser = Browser.open(Size.DESK, viewer)) {
      Page page = browser.go("/task/" + task).page();
      assertThat(browser.part("comment")).containsText("Read me");
      assertThat(page.locator("#say")).hasCount(0);
      Assertions.assertEquals(0, page.locator("[data-reword],[data-drop]").count());
    }
  }
}
