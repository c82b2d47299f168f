package tracker.inbox.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Mailbox;
import tracker.harness.Mailbox.Letter;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The bell, the inbox, watching, muting and how one is told, in the browser. */
class InboxPageIT {
  private static final Pattern MUTE = Pattern.compile("/mute/[\\w-]+");
  private final Person mira = People.named("Mira Boss");
  private final Person anna = People.newcomer();
  private final Project project = Work.project(mira);

  private String tasked(String title) {
    Work.join(mira, project, anna, "member");
    return Work.task(mira, project, title, Map.of("assignee_id", anna.id())).field("key");
  }

  private static Locator count(Page page) {
    return page.locator("[data-test=bell] .count");
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void the_bell_rings_by_itself_and_who_opens_the_task_has_read_it(Size size) {
    try (Browser browser = Browser.open(size, anna)) {
      Page page = browser.go("/inbox").page();
      assertThat(page.locator(".empty")).containsText("Here you hear what concerns you");
      browser.isAccessible().fitsSideways().shoot("inbox-none");
      String task = tasked("A very long title that says how the printer on the third floor jams");
      mira.rest()
          .post(
              "/api/tasks/" + task + "/comments",
              Map.of("body", "It jams again. Could you look at it before noon, please?"))
          .is(201);
      assertThat(count(page)).hasText("2");
      assertThat(browser.part("notice")).hasCount(2);
      Locator newest = browser.part("notice").first();
      assertThat(newest).containsText("It jams again.");
      assertThat(newest).containsText(task);
      browser.isAccessible().fitsSideways().shoot("inbox");
      newest.locator("a.over").click();
      assertThat(page.locator("[data-test=task]")).isVisible();
      assertThat(count(page)).hasText("");
      browser.go("/inbox?unread=true");
      assertThat(page.locator(".empty")).containsText("All is read");
    }
  }

  @Test
  void a_notice_is_marked_and_all_are_marked_and_the_task_is_muted() {
    String task = tasked("Принтер");
    try (Browser browser = Browser.open(Size.DESK, anna, "ru", ColorScheme.DARK)) {
      Page page = browser.go("/inbox").page();
      assertThat(count(page)).hasText("1");
      assertThat(browser.part("notice")).containsText("новая задача");
      assertThat(browser.part("notice")).containsText("вы исполнитель");
      act(page, "Отметить прочитанным");
      assertThat(count(page)).hasText("");
      act(page, "Отметить непрочитанным");
      assertThat(count(page)).hasText("1");
      browser.part("read-all").click();
      assertThat(count(page)).hasText("");
      assertThat(page.locator("#toast")).containsText("1 уведомление");
      browser.isAccessible().fitsSideways().shoot("inbox-read");
      act(page, "Не сообщать об этой задаче");
      assertThat(page.locator("#toast")).containsText("больше не сообщают");
      assertTrue(anna.rest().get("/api/tasks/" + task + "/watchers/me").at("/muted").asBoolean());
    }
  }

  private static void act(Page page, String name) {
    page.locator("[data-test=notice] button[popovertarget]").first().click();
    page.locator("[popover]:popover-open")
        .getByText(name, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void a_task_says_whether_one_hears_of_it_and_why_and_is_watched_and_muted(Size size) {
    Work.join(mira, project, anna, "viewer");
    String task = Work.task(mira, project, "Watch me").field("key");
    try (Browser browser = Browser.open(size, anna)) {
      Page page = browser.go("/task/" + task).page();
      Locator hear = browser.part("hear");
      assertThat(hear).containsText("You hear nothing of it");
      choose(page, hear, "Watch");
      assertThat(hear).containsText("you watch it");
      hear.click();
      assertThat(page.locator("#menu-hear")).containsText("1 person watches");
      browser.isAccessible().shoot("task-hear");
      page.keyboard().press("Escape");
      choose(page, hear, "Mute this task");
      assertThat(hear).containsText("Muted");
      choose(page, hear, "Let me hear of it again");
      assertThat(hear).containsText("You hear nothing of it");
    }
  }

  private static void choose(Page page, Locator hear, String name) {
    hear.click();
    page.locator("#menu-hear")
        .getByText(name, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  @Test
  void the_profile_says_how_one_is_told() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/profile").page();
      Locator part = page.locator("section[aria-labelledby=told]");
      part.getByLabel("you watch it").uncheck();
      part.getByLabel("By mail").selectOption("DAILY");
      part.getByLabel("Daily mail at").fill("17:45");
      part.getByLabel("Minutes before something is due").fill("30");
      browser.isAccessible().shoot("profile-told");
      part.getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("#toast")).containsText("Saved");
      assertThat(part.getByLabel("you watch it")).not().isChecked();
      assertThat(part.getByLabel("Daily mail at")).hasValue("17:45");
      var now = anna.rest().get("/api/inbox/settings").is(200);
      assertEquals("daily", now.field("mail"));
      assertEquals("watching", now.at("/muted_reasons/0").asText());
      assertEquals("30", now.field("reminder_minutes"));
    }
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void the_link_of_a_mail_turns_off_by_one_click_and_can_be_taken_back(Size size) {
    String task = tasked("Mute by mail");
    Letter letter = Mailbox.of(anna).next(one -> one.text().contains(task));
    Matcher link = MUTE.matcher(letter.text());
    assertTrue(link.find(), letter.text());
    try (Browser browser = Browser.open(size)) {
      Page page = browser.go(link.group()).page();
      assertThat(browser.part("turned")).containsText("turned off");
      browser.isAccessible().fitsSideways().shoot("mute");
      assertTrue(anna.rest().get("/api/tasks/" + task + "/watchers/me").at("/muted").asBoolean());
      page.getByText("Turn on again").click();
      assertThat(browser.part("turned")).containsText("turned on again");
      assertTrue(!anna.rest().get("/api/tasks/" + task + "/watchers/me").at("/muted").asBoolean());
      browser.go("/mute/forged");
      assertThat(page.locator("main")).containsText("not valid");
    }
  }
}
