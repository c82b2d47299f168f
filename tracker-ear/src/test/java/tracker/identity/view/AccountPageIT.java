package tracker.identity.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.Rest;

/** One's own profile, and everybody's accounts for administrators. */
class AccountPageIT {
  @Test
  void language_and_theme_are_kept_in_the_profile() {
    People.Person person = People.newcomer();
    try (Browser browser = Browser.open(Size.DESK, person)) {
      Page page = browser.go("/profile").page();
      browser.isAccessible().shoot("profile");
      page.setViewportSize(1440, 900);
      Locator form = page.locator("#f");
      form.getByLabel("Language").selectOption(new SelectOption().setValue("ru"));
      form.getByLabel("Theme").selectOption(new SelectOption().setValue("dark"));
      form.getByText("Save").click();
      assertThat(page.locator("#toast")).not().isEmpty();
      browser.go("/my-work");
      assertThat(page.locator("html")).hasAttribute("lang", "ru");
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      browser.isAccessible().shoot("my-work-ru-dark");
    }
  }

  @Test
  void an_administrator_makes_an_account() {
    String email = "made-" + UUID.randomUUID() + "@gerask.test";
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go("/users").page();
      browser.isAccessible();
      page.getByText("New account").first().click();
      Locator dialog = page.locator("#new-user");
      dialog.getByLabel("Name").fill("Made Here");
      dialog.getByLabel("E-mail").fill(email);
      dialog.getByLabel("First password").fill(People.PASSWORD);
      dialog.getByText("Create", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("#toast")).containsText("Made Here");
      browser.go("/users?q=" + email.substring(0, 20));
      assertThat(page.locator("ul.users")).containsText(email);
      browser.shoot("users");
    }
  }

  @Test
  void an_administrator_locks_somebody_out_and_thinks_better_of_it() {
    People.Person person = People.newcomer();
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go("/users?q=" + person.email()).page();
      page.locator("ul.users .b-icon").click();
      page.getByText("Disable", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("#toast")).containsText("disabled and signed out");
      assertThat(page.locator("ul.users .badge")).hasText("disabled");
      browser.isAccessible();
      person.rest().get("/api/auth/me").refuses(401, "UNAUTHENTICATED");
      page.locator("ul.users .b-icon").click();
      page.getByText("Enable again").click();
      assertThat(page.locator("ul.users .badge")).hasCount(0);
    }
    Rest.stranger()
        .post("/api/auth/login", Map.of("email", person.email(), "password", person.password()))
        .is(200);
  }

  @Test
  void an_administrator_gives_somebody_another_password() {
    People.Person person = People.newcomer();
    try (Browser browser = Browser.open(Size.PHONE, People.admin())) {
      Page page = browser.go("/users?q=" + person.email()).page();
      page.locator("ul.users .b-icon").click();
      page.locator("[popover]:popover-open").getByText("Set a password").click();
      Locator dialog = page.locator("#secure-user");
      dialog.getByLabel("New password").fill("short");
      browser.isAccessible().fitsSideways().shoot("users-password");
      dialog.locator(".b-primary").click();
      assertThat(dialog.locator(".wrong").first()).not().isEmpty();
      dialog.getByLabel("New password").fill("granite 5512 lantern");
      dialog.locator(".b-primary").click();
      assertThat(page.locator("#toast")).containsText("has another password");
    }
    People.login(Rest.stranger(), person.email(), "granite 5512 lantern");
  }

  @Test
  void an_administrator_ends_the_sessions_of_somebody() {
    People.Person person = People.newcomer();
    People.Person again = People.login(Rest.stranger(), person.email(), person.password());
    try (Browser browser = Browser.open(Size.PHONE, People.admin())) {
      Page page = browser.go("/users?q=" + person.email()).page();
      page.locator("ul.users .b-icon").click();
      page.locator("[popover]:popover-open").getByText("Sessions").click();
      page.waitForURL("**/sessions/" + person.id());
      assertThat(browser.part("session")).hasCount(2);
      browser.isAccessible().fitsSideways().shoot("users-sessions");
      browser.part("end").first().click();
      assertThat(page.locator("#toast")).containsText("ession");
      assertThat(browser.part("session")).hasCount(1);
      again.rest().get("/api/auth/me").refuses(401, "UNAUTHENTICATED");
      person.rest().get("/api/auth/me").is(200);
      browser.part("end-all").click();
      assertThat(browser.part("none")).isVisible();
      person.rest().get("/api/auth/me").refuses(401, "UNAUTHENTICATED");
    }
    try (Browser browser = Browser.open(Size.DESK, People.named("Anna Weber"))) {
      Page page = browser.go("/sessions/" + person.id()).page();
      assertThat(browser.part("session")).hasCount(0);
      assertThat(page.locator("body")).not().containsText(person.email());
      browser.faults().clear(); // the browser tells of the 403
    }
  }

  @Test
  void users_do_not_see_the_page_of_accounts() {
    try (Browser browser = Browser.open(Size.DESK, People.named("Anna Weber"))) {
      Page page = browser.go("/users").page();
      assertThat(page.locator("ul.users")).hasCount(0);
      assertThat(page.locator("body")).not().containsText("@gerask.test");
      // the browser itself reports the refused page
      browser.faults().removeIf(Pattern.compile("console: .*40[34].*").asMatchPredicate());
    }
  }
}
