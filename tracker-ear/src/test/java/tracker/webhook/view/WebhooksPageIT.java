package tracker.webhook.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Hook;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Webhooks in the browser. */
class WebhooksPageIT {
  private final Person person = People.newcomer();
  private final Project project = Work.project(person);
  private final Hook hook = Hook.listening();

  @AfterEach
  void stop() {
    hook.close();
  }

  private String made(String... events) {
    Map<String, Object> body =
        Map.of("url", hook.url(), "events", List.of(events), "project", project.key());
    return person.rest().post("/api/webhooks", body).is(201).field("id");
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void who_has_none_is_told_what_it_is_for_and_makes_one_whose_secret_is_shown_once(Size size) {
    try (Browser browser = Browser.open(size, person)) {
      Page page = browser.go("/webhooks").page();
      assertThat(page.locator(".empty")).containsText("tells another program");
      browser.isAccessible().fitsSideways().shoot("webhooks-none");
      page.locator("main").getByText("New webhook").first().click();
      Locator dialog = page.locator("#new-webhook");
      dialog.getByLabel("Address").fill(hook.url());
      dialog.getByLabel("Project").selectOption(project.key());
      browser.isAccessible().fitsSideways().shoot("webhook-new");
      dialog.getByText("Create", new Locator.GetByTextOptions().setExact(true)).click();
      String secret = browser.part("secret").inputValue();
      assertTrue(secret.startsWith("whsec_"), secret);
      browser.isAccessible().shoot("webhook-secret");
      dialog.getByText("I have kept it").click();
      assertThat(browser.part("webhook")).containsText("active");
      assertThat(browser.part("webhook")).containsText(hook.url());
      assertThat(browser.part("webhook")).containsText("task.*");
      assertEquals(0, page.locator("text=" + secret).count());
      Work.task(person, project, "Told");
      assertEquals("task.created", hook.next().json().path("type").asText());
    }
  }

  @Test
  void what_is_wrong_is_said_and_nothing_typed_is_lost() {
    try (Browser browser = Browser.open(Size.DESK, person)) {
      Page page = browser.go("/webhooks").page();
      page.locator("main").getByText("New webhook").first().click();
      Locator dialog = page.locator("#new-webhook");
      dialog.getByLabel("Address").fill("ftp://there.example/");
      dialog.getByLabel("Events").fill("task.burnt");
      dialog.getByText("Create", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(
              dialog
                  .locator(".wrong, .alert")
                  .filter(new Locator.FilterOptions().setHasText("http or https"))
                  .first())
          .isVisible();
      dialog.getByLabel("Address").fill(hook.url());
      dialog.getByText("Create", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(
              dialog
                  .locator(".wrong, .alert")
                  .filter(new Locator.FilterOptions().setHasText("task.burnt"))
                  .first())
          .isVisible();
      assertThat(dialog.getByLabel("Address")).hasValue(hook.url());
    }
  }

  @Test
  void it_is_paused_resumed_tried_and_deleted() {
    made("task.created");
    try (Browser browser = Browser.open(Size.DESK, person)) {
      Page page = browser.go("/webhooks").page();
      act(page, "Pause");
      assertThat(browser.part("webhook")).containsText("paused");
      act(page, "Resume");
      assertThat(browser.part("webhook")).containsText("active");
      act(page, "Send a test");
      assertEquals("webhook.test", hook.next().json().path("type").asText());
      act(page, "New secret");
      page.locator("#new-secret .b-primary").click();
      assertTrue(browser.part("secret").inputValue().startsWith("whsec_"));
      page.locator("#new-secret").getByText("I have kept it").click();
      act(page, "Delete webhook");
      page.locator("#delete-webhook .b-last").click();
      assertThat(page.locator(".empty")).isVisible();
    }
  }

  private static void act(Page page, String name) {
    page.locator("[data-test=webhook] button[popovertarget]").click();
    page.locator("[popover]:popover-open")
        .getByText(name, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void its_log_tells_what_was_sent_and_answered_and_sends_again_what_failed(Size size) {
    String id = made("task.created");
    String refused =
        person
            .rest()
            .post(
                "/api/webhooks",
                Map.of("url", "http://localhost:1/", "events", List.of("task.created")))
            .is(201)
            .field("id");
    hook.answers(200, "Thank you");
    Work.task(person, project, "Look into the log");
    hook.next();
    try (Browser browser = Browser.open(size, person, "ru", ColorScheme.DARK)) {
      Page page = browser.go("/webhooks?of=" + id).page();
      reload(page, browser, "доставлено");
      Locator row = browser.part("delivery").first();
      row.locator("summary").click();
      assertThat(row).containsText("Look into the log");
      assertThat(row).containsText("Thank you");
      browser.isAccessible().fitsSideways().shoot("webhook-log");
      browser.go("/webhooks?of=" + refused);
      reload(page, browser, "не доставлено");
      browser.part("delivery").first().locator("summary").click();
      browser.part("delivery").first().getByText("Отправить снова").click();
      assertThat(page.locator("#toast")).containsText("Отправляется снова");
    }
  }

  // the page is no live one: what came meanwhile shows when it is asked for again
  private static void reload(Page page, Browser browser, String words) {
    for (int i = 0; i < 50 && !browser.part("log").textContent().contains(words); i++) {
      page.reload();
    }
    assertThat(browser.part("log")).containsText(words);
  }
}
