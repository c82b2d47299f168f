package tracker.shared.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;

/** An installation in which nobody has begun to work. */
class FirstRunPageIT {
  private static final int MOST = 8;

  private static Person person(Product product) {
    String email = "first@gerask.test";
    Map<String, String> body = Map.of("email", email, "password", People.PASSWORD, "name", "Fay");
    Answer made = Rest.of(product).post("/api/auth/register", body).is(201);
    assertTrue(made.field("id").length() > 0, made::toString);
    return People.login(Rest.of(product), email, People.PASSWORD);
  }

  private static Person admin(Product product) {
    return People.login(Rest.of(product), Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD);
  }

  /** Eight places at most, and the same behind "More" and in the bar of phones. */
  private static void isShort(Page page) {
    Locator places = page.locator("aside.side nav > a:not(.pinned)");
    assertTrue(places.count() > 0 && places.count() <= MOST, () -> places.count() + " places");
    Locator bar = page.locator("nav.bar > *");
    assertTrue(bar.count() <= MOST, () -> bar.count() + " in the bar");
  }

  @Test
  void one_sentence_says_what_to_do_and_a_project_or_the_demo_is_one_click_away() {
    try (Product product = Product.start(Product.fresh("first-run"), Map.of()).awaitReady()) {
      try (Browser browser = Browser.on(product, Size.DESK)) {
        browser.signIn(person(product));
        Page page = browser.page();
        assertThat(browser.part("my-work")).containsText("Tasks live in projects.");
        assertThat(browser.part("create-project")).isVisible();
        assertThat(page.locator("[id='demo:load']")).hasCount(0);
        assertThat(page.locator("table")).hasCount(0);
        isShort(page);
        browser.isAccessible().shoot("first-run-user").fitsSideways();
      }
      try (Browser browser = Browser.on(product, Size.DESK)) {
        browser.signIn(admin(product));
        Page page = browser.page();
        isShort(page);
        for (String path : List.of("/list", "/board", "/projects", "/calendar", "/inbox")) {
          browser.go(path);
          assertThat(page.locator("main h1").first()).isVisible();
          assertThat(page.locator("main table tbody tr")).hasCount(0);
        }
        browser.go("/my-work").isAccessible().shoot("first-run-admin").fitsSideways();
        page.setViewportSize(1440, 900);
        browser.part("create-project").click();
        assertThat(page.locator("#new-project")).isVisible();
        assertThat(page.locator("#new-project input:not([type=hidden])").first()).isFocused();
        browser.go("/my-work");
        page.locator("[id='demo:load']").click();
        page.waitForURL("**/board/DEMO");
        assertThat(page.locator(".card").first()).isVisible();
        assertThat(page.locator("#toast")).not().isEmpty();
        browser.go("/my-work");
        assertThat(browser.part("part-overdue")).isVisible();
        assertThat(browser.part("create-project")).hasCount(0);
      }
    }
  }
}
