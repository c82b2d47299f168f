package tracker.hotel.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;

/** Registers in the browser: countries, cities, amenities and hotels are kept. */
class RegistersPageIT {
  private static void save(Page page) {
    page.locator("[id='en:go']").click();
  }

  @Test
  void a_country_a_city_and_a_hotel_are_added_one_after_the_other() {
    String name = Work.aKey();
    try (Browser browser = Browser.open(Size.DESK, People.admin())) {
      Page page = browser.go("/registers?tab=countries").page();
      browser.part("new-entry").click();
      page.locator("[id='en:name']").fill("Country " + name);
      page.locator("[id='en:code']").fill("1");
      save(page);
      assertThat(page.locator("[id='en:code-why']")).containsText("two or three Latin letters");
      page.locator("[id='en:code']").fill(Lodging.aCode());
      save(page);
      assertThat(page.locator("#toast")).containsText("Saved");
      browser.part("tab-cities").click();
      browser.part("new-entry").click();
      page.locator("[id='en:name']").fill("City " + name);
      page.locator("[id='en:country_id']")
          .selectOption(
              new com.microsoft.playwright.options.SelectOption().setLabel("Country " + name));
      save(page);
      assertThat(page.locator("#toast")).containsText("Saved");
      browser.go("/registers?tab=cities&q=" + name);
      assertThat(browser.part("entry")).containsText("Country " + name);
      browser.part("entry").locator("[data-opens]").click();
      assertThat(page.locator("[id='en:name']")).hasValue("City " + name);
      page.locator("[id='en:name']").fill("Town " + name);
      save(page);
      assertThat(browser.part("entry")).containsText("Town " + name);
      page.locator("#toast").getByText("Undo").click();
      assertThat(browser.part("entry")).containsText("City " + name);
      browser.part("tab-hotels").click();
      browser.part("new-entry").click();
      page.locator("[id='nh:name']").fill("Hotel " + name);
      page.locator("[id='nh:city_id']")
          .selectOption(
              new com.microsoft.playwright.options.SelectOption()
                  .setLabel("City " + name + ", Country " + name));
      page.locator("[id='nh:go']").click();
      page.waitForURL("**/hotel/**");
      assertThat(page.locator("h1")).hasText("Hotel " + name);
      browser.go("/registers?tab=cities&q=" + name);
      browser.isAccessible().fitsSideways().shoot("registers").fitsSideways();
      page.setViewportSize(1440, 900);
      browser.part("entry").locator("[data-does]").click();
      assertThat(page.locator("#toast")).containsText("has hotels; remove them first");
      assertThat(browser.part("entry")).hasCount(1);
    }
  }

  @Test
  void an_amenity_is_removed_and_comes_back() {
    Person chief = People.newcomer(); // whom nobody gave another language
    People.admin().rest().patch("/api/users/" + chief.id(), Map.of("role", "admin")).is(200);
    String name = People.admin().rest().get("/api/amenities/" + Lodging.amenity()).field("name");
    try (Browser browser = Browser.open(Size.PHONE, chief, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/registers?tab=amenities&q=" + name.replace(' ', '+')).page();
      Locator entry = browser.part("entry");
      assertThat(entry).containsText(name);
      browser.isAccessible().fitsSideways().shoot("registers-ru");
      page.setViewportSize(390, 844);
      entry.locator("[data-does]").tap();
      assertThat(entry).hasCount(0);
      page.locator("#toast").getByText("Отменить").tap();
      assertThat(entry).containsText(name);
    }
  }

  @Test
  void who_is_no_administrator_reads_and_does_not_write() {
    Lodging.amenity();
    try (Browser browser = Browser.open(Size.DESK, People.named("Boris Ivanov"))) {
      Page page = browser.go("/registers?tab=amenities").page();
      assertThat(browser.part("entry").first()).isVisible();
      assertThat(browser.part("new-entry")).hasCount(0);
      assertThat(page.locator("[data-test=entry] button")).hasCount(0);
      assertThat(page.locator("[id='en:go']")).hasCount(0);
    }
  }
}
