package tracker.identity.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;

/** A session that ends under an open page: nothing typed is lost, nothing is sent twice. */
class SessionEndsPageIT {
  private final Person writer = People.newcomer();
  private final String task =
      Work.task(writer, Work.project(writer), "Grease the hinges", Map.of()).field("key");

  private void endSessionsOfPages() {
    for (JsonNode one : writer.rest().get("/auth/sessions").is(200).at("/items")) {
      if (!one.get("current").asBoolean()) {
        writer.rest().delete("/auth/sessions/" + one.get("id").asText()).is(204);
      }
    }
  }

  private static void enter(Page page, String email, String password) {
    page.locator("#again-email").fill(email);
    page.locator("#again-password").fill(password);
    page.locator("#again-password").press("Enter");
  }

  private static void refusedOnPurpose(Browser browser) {
    browser.faults().removeIf(fault -> fault.contains("status of 401"));
  }

  @Test
  void who_signs_in_again_in_place_goes_on_and_the_last_step_is_sent_once() {
    try (Browser browser = Browser.open(Size.DESK)) {
      browser.signIn(writer);
      Page page = browser.go("/task/" + task).page();
      page.locator("#say").fill("Done with the upper one");
      endSessionsOfPages();
      page.locator("[data-say]").click();
      assertThat(page.locator("#signed-out")).isVisible();
      assertThat(page.locator("#say")).hasValue("Done with the upper one");
      browser.isAccessible().fitsSideways().shoot("signed-out");
      enter(page, writer.email(), "not the password");
      assertThat(page.locator("#signed-out .alert")).not().isEmpty();
      enter(page, writer.email(), writer.password());
      assertThat(page.locator("#signed-out")).isHidden();
      assertThat(page.locator("#toast")).containsText("Comment added");
      assertThat(browser.part("comment")).hasCount(1);
      assertThat(page.locator("#say")).hasValue("");
      refusedOnPurpose(browser);
    }
    assertEquals(
        1, writer.rest().get("/api/tasks/" + task + "/comments").is(200).at("/items").size());
  }

  @Test
  void a_menu_goes_on_too_and_it_reads_well_in_russian_and_in_the_dark() {
    try (Browser browser = Browser.open(Size.PHONE, "ru-RU", ColorScheme.DARK)) {
      browser.signIn(writer);
      Page page = browser.go("/task/" + task).page();
      endSessionsOfPages();
      page.locator("#prop-priority").click();
      page.locator("#menu-priority [data-value=high]").click();
      assertThat(page.locator("#signed-out")).isVisible();
      browser.isAccessible().shoot("signed-out-dark-ru");
      enter(page, writer.email(), writer.password());
      assertThat(page.locator("#signed-out")).isHidden();
      assertThat(page.locator("#prop-priority")).containsText("Высокий");
      refusedOnPurpose(browser);
    }
    assertEquals("high", writer.rest().get("/api/tasks/" + task).field("priority"));
  }

  @Test
  void nothing_is_sent_in_the_name_of_somebody_else() {
    Person other = People.named("Boris Ivanov");
    try (Browser browser = Browser.open(Size.DESK)) {
      browser.signIn(writer);
      Page page = browser.go("/task/" + task).page();
      page.locator("#say").fill("Mine alone");
      endSessionsOfPages();
      page.locator("[data-say]").click();
      enter(page, other.email(), other.password());
      assertThat(page.locator("body")).not().hasAttribute("data-me", writer.id());
      refusedOnPurpose(browser);
      browser.faults().removeIf(fault -> fault.contains("status of 404")); // not theirs to see
    }
    assertEquals(
        0, writer.rest().get("/api/tasks/" + task + "/comments").is(200).at("/items").size());
  }
}
