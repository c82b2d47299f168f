package tracker.identity.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;

/** From the door to the first page and out again. */
class SignInPageIT {
  @ParameterizedTest
  @EnumSource(Size.class)
  void a_stranger_is_led_to_the_sign_in_page_and_on_to_my_work(Size size) {
    Person anna = People.named("Anna Weber");
    try (Browser browser = Browser.open(size)) {
      browser.go("/");
      browser.page().waitForURL(Pattern.compile(".*/login.*"));
      browser.isAccessible().fitsSideways();
      browser.signIn(anna);
      assertThat(browser.page().getByRole(AriaRole.HEADING).first()).hasText("My work");
    }
  }

  @Test
  void a_wrong_password_is_said_in_words_beside_the_form() {
    try (Browser browser = Browser.open(Size.DESK)) {
      Page page = browser.go("/login").page();
      page.getByLabel("E-mail").fill("nobody@gerask.test");
      page.getByLabel("Password").fill("wrong 4471 basket");
      page.getByLabel("Password").press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      page.waitForURL(Pattern.compile(".*/login.*"));
      browser.isAccessible().shoot("login-refused");
    }
  }

  @Test
  void somebody_new_registers_and_stands_before_their_work() {
    try (Browser browser = Browser.open(Size.DESK)) {
      Page page = browser.go("/register").page();
      browser.isAccessible().shoot("register");
      page.setViewportSize(1440, 900);
      page.getByLabel("Name").fill("Olga Petrova");
      page.getByLabel("E-mail").fill("olga-" + UUID.randomUUID() + "@gerask.test");
      page.getByLabel("Password").fill("river stone 88 lamp");
      page.getByLabel("Password").press("Enter");
      page.waitForURL("**/my-work**");
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("My work");
      browser.isAccessible().shoot("my-work-empty");
    }
  }

  @Test
  void the_browser_decides_on_language_and_theme() {
    try (Browser browser = Browser.open(Size.DESK, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/login").page();
      assertThat(page.locator("html")).hasAttribute("lang", "ru");
      assertThat(page.locator("h1")).hasText(Pattern.compile("[А-Яа-яё ]+"));
      browser.isAccessible().shoot("login-ru-dark");
    }
  }

  @Test
  void who_signs_out_is_a_stranger_again() {
    try (Browser browser = Browser.open(Size.DESK)) {
      browser.signIn(People.newcomer());
      Page page = browser.page();
      browser.signOut().go("/my-work");
      page.waitForURL(Pattern.compile(".*/login.*"));
    }
  }
}
