package tracker.shared.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;

/** The visual language on one page, so that it cannot go stale. */
class StyleGuidePageIT {
  private static final Path ASSETS =
      Path.of("../tracker-jsf/src/main/resources/META-INF/resources/assets");

  private static Set<String> inFile(String pattern, String file) throws IOException {
    Set<String> found =
        Pattern.compile(pattern, Pattern.MULTILINE)
            .matcher(Files.readString(ASSETS.resolve(file)))
            .results()
            .map(one -> one.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(found.size() > 30, found::toString);
    return found;
  }

  private static Set<String> shown(Page page, String attribute) {
    return page.locator("[" + attribute + "]").all().stream()
        .map(one -> one.getAttribute(attribute))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void it_shows_every_name_of_the_style_sheets_and_every_icon() throws IOException {
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go("/styleguide").page();
      assertEquals(inFile("(?:^|[ ;])(--[a-z0-9-]+):", "tokens.css"), shown(page, "data-token"));
      assertEquals(inFile("<symbol id=\"([^\"]+)\"", "icons.svg"), shown(page, "data-icon"));
    }
  }

  @Test
  void its_parts_do_what_they_do_on_pages() {
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go("/styleguide").page();
      page.locator("[id='sg:refuse']").click();
      assertThat(page.locator("[id='sg:name-why']")).isVisible();
      assertThat(page.locator("[id='sg:name']")).hasAttribute("aria-invalid", "true");
      page.locator("[id='sg:say']").click();
      assertThat(page.locator("#toast")).containsText("Done as asked");
      page.locator("[popovertarget=sample-menu]").click();
      assertThat(page.locator("#sample-menu")).isVisible();
      browser.isAccessible();
      page.keyboard().press("Escape");
      Locator opener = page.locator("[data-opens=sample]");
      opener.click();
      assertThat(page.locator("#sample")).isVisible();
      browser.isAccessible().shoot("styleguide-dialog");
      page.keyboard().press("Escape");
      assertThat(opener).isFocused();
    }
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void it_fits_and_reads_in_both_languages_and_themes(Size size) {
    Person chief = People.newcomer();
    People.admin().rest().patch("/api/users/" + chief.id(), Map.of("role", "admin")).is(200);
    try (Browser browser = Browser.open(size, chief, "ru", ColorScheme.DARK)) {
      browser.go("/styleguide");
      assertThat(browser.page().locator("h1")).hasText("Визуальный язык");
      browser.isAccessible().fitsSideways().shoot("styleguide-ru-dark");
    }
    try (Browser browser = Browser.open(size, chief)) {
      Page page = browser.go("/styleguide").page();
      for (String part : new String[] {"icons", "fields", "rows"}) {
        page.evaluate("id => document.getElementById(id).scrollIntoView()", "s-" + part);
        browser.shootHere("styleguide-" + part + "-" + size.name().toLowerCase(Locale.ROOT));
      }
      browser.isAccessible().fitsSideways().shoot("styleguide-en-light");
    }
  }

  @Test
  void it_is_for_administrators() {
    try (Browser browser = Browser.open(Size.DESK, People.named("Anna Weber"))) {
      String address = Product.shared().url() + "/styleguide";
      assertEquals(403, browser.page().request().get(address).status());
    }
  }
}
