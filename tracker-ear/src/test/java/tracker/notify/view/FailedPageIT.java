package tracker.notify.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Waiting;

/** Messages that nobody took, in the browser. */
class FailedPageIT {
  private final Person person = People.newcomer();

  private long failed() {
    return person.rest().get("/notify/failed").is(200).at("/total").asLong();
  }

  // this machine may not be called, so each fails at once
  private List<String> fail(int many) {
    Map<String, Object> call = Map.of("url", "http://localhost:1/", "payload", 1);
    List<String> ids =
        IntStream.range(0, many)
            .mapToObj(i -> person.rest().post("/notify/webhook", call).is(202).field("id"))
            .toList();
    awaitFailed(many);
    return ids;
  }

  private void awaitFailed(long many) {
    Waiting.until(Duration.ofSeconds(30), () -> failed() == many, () -> failed() + " failed");
  }

  private long attempts(String id) {
    return person.rest().get("/notify/jobs/" + id).is(200).at("/attempts").asLong();
  }

  private Locator row(Page page, String id) {
    return page.locator("[data-test=failed][data-id='" + id + "']");
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void ticked_ones_are_sent_again_or_dropped(Size size) {
    try (Browser browser = Browser.open(size, person)) {
      Page page = browser.go("/failed").page();
      assertThat(page.locator(".empty")).containsText("Everything was delivered");
      browser.isAccessible().fitsSideways().shoot("failed-none");
      List<String> ids = fail(3);
      browser.go("/failed");
      assertThat(browser.part("failed")).hasCount(3);
      assertThat(row(page, ids.get(0))).containsText("This address may not be called");
      assertThat(row(page, ids.get(0))).containsText("localhost:1");
      assertThat(browser.part("ticked")).isHidden();
      row(page, ids.get(0)).locator("input").check();
      row(page, ids.get(1)).locator("input").check();
      assertThat(browser.part("ticked")).containsText("Ticked: 2");
      browser.isAccessible().fitsSideways().shoot("failed-ticked");
      browser.part("ticked").getByText("Send again").click();
      assertThat(page.locator("#toast")).containsText("Sent again: 2 messages");
      awaitFailed(3);
      browser.go("/failed");
      row(page, ids.get(2)).locator("input").check();
      browser.part("ticked").getByText("Drop").click();
      browser.isAccessible().shoot("failed-drop");
      page.locator("#drop-failed .b-last").click();
      assertThat(page.locator("#toast")).containsText("Dropped: 1 message");
      assertThat(row(page, ids.get(2))).hasCount(0);
      assertThat(browser.part("failed")).hasCount(2);
      page.locator("#tick-all").check();
      assertThat(browser.part("ticked")).containsText("Ticked: 2");
      page.locator("#tick-all").uncheck();
      assertThat(browser.part("ticked")).isHidden();
    }
  }

  @Test
  void a_range_of_time_is_sent_again_at_once() {
    List<String> ids = fail(2);
    try (Browser browser = Browser.open(Size.DESK, person, "ru", ColorScheme.DARK)) {
      Page page = browser.go("/failed").page();
      page.getByText("Отправить снова за период").first().click();
      browser.isAccessible().shoot("failed-range-ru-dark");
      Locator dialog = page.locator("#replay-range");
      dialog.getByLabel("Не доставлены с").fill("2001-01-01T00:00");
      dialog
          .getByLabel("по", new Locator.GetByLabelOptions().setExact(true))
          .fill("2001-01-02T00:00");
      dialog.locator(".b-primary").click();
      assertThat(page.locator("#toast")).containsText("Отправляются снова: 0");
      page.getByText("Отправить снова за период").first().click();
      dialog.locator(".b-primary").click();
      assertThat(page.locator("#toast")).containsText("Отправляются снова: 2 сообщения");
      awaitFailed(2);
      assertEquals(1, attempts(ids.get(0)));
      browser.go("/failed");
      browser.fitsSideways().shoot("failed-ru-dark");
    }
  }

  @Test
  void administrators_see_those_of_all_and_others_only_their_own() {
    String id = fail(1).get(0);
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      browser.go("/failed");
      assertThat(browser.page().locator(".about")).containsText("those of all people");
      assertThat(row(browser.page(), id)).isVisible();
    }
    try (Browser browser = Browser.open(Size.DESK, People.newcomer())) {
      browser.go("/failed");
      assertThat(browser.page().locator(".empty")).isVisible();
      assertThat(row(browser.page(), id)).hasCount(0);
    }
  }
}
