package tracker.shared.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;

/** Single keys: what they do, and that nobody has to live with them. */
class KeysPageIT {
  private final Person person = People.named("Kira Sommer");

  @Test
  void a_key_lists_all_keys_and_two_lead_to_a_page() {
    try (Browser browser = Browser.open(Size.DESK, person)) {
      Page page = browser.go("/my-work").page();
      page.keyboard().press("?");
      assertThat(page.locator("#keys")).isVisible();
      browser.isAccessible().fitsSideways().shoot("keys");
      page.setViewportSize(1440, 900);
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys")).isHidden();
      page.keyboard().press("g");
      page.keyboard().press("i");
      page.waitForURL(Pattern.compile(".*/list"));
      page.keyboard().press("/");
      assertThat(page.locator("#find")).isFocused();
      page.keyboard().type("c?g");
      assertThat(page.locator("#find")).hasValue("c?g");
      assertThat(page.locator("dialog[open]")).hasCount(0);
    }
  }

  @Test
  void whoever_switches_them_off_keeps_them_off_and_on_again() {
    try (Browser browser = Browser.open(Size.DESK, person)) {
      Page page = browser.go("/my-work").page();
      page.keyboard().press("?");
      page.locator("[data-keys-off]").check();
      page.keyboard().press("Escape");
      page.keyboard().press("c");
      page.keyboard().press("?");
      assertThat(page.locator("dialog[open]")).hasCount(0);
      page.reload();
      page.keyboard().press("c");
      assertThat(page.locator("dialog[open]")).hasCount(0);

      // with Ctrl they stay, and so does the way back
      page.keyboard().press("Control+k");
      page.keyboard().type("keyboard");
      page.keyboard().press("Enter");
      page.locator("[data-keys-off]").uncheck();
      page.keyboard().press("Escape");
      page.keyboard().press("c");
      assertThat(page.locator("#new-task")).isVisible();
    }
  }
}
