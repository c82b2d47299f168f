package tracker.filter.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Kept queries on the pages: kept, shared, pinned, changed, deleted and brought back. */
class FiltersPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);
  private final String high = "High " + project.key();

  private String kept(Person who, String name, boolean shared) {
    String query = "project = " + project.key() + " and priority = high";
    return who.rest()
        .post("/api/filters", Map.of("name", name, "query", query, "shared", shared))
        .is(201)
        .field("id");
  }

  private void two() {
    Work.task(anna, project, "easy", Map.of("priority", "low"));
    Work.task(anna, project, "urgent", Map.of("priority", "high"));
  }

  private static Locator row(Browser browser, String name) {
    return browser.part("kept").filter(new Locator.FilterOptions().setHasText(name));
  }

  @Test
  void a_view_is_kept_with_all_that_narrows_it_and_stands_in_the_navigation() {
    two();
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page =
          browser.go("/list?project=" + project.key() + "&priority=high&sort=-title").page();
      browser.part("save-filter").click();
      Locator dialog = page.locator("#new-filter");
      assertThat(dialog.locator("code"))
          .hasText("project = " + project.key() + " and priority = high order by title desc");
      browser.isAccessible();
      page.keyboard().type(high);
      dialog.locator("select").selectOption("true");
      dialog.locator("input[type=checkbox]").check();
      page.keyboard().press("Tab");
      dialog.getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();
      page.waitForURL(Pattern.compile(".*/list\\?filter=[0-9a-f-]{36}"));
      assertThat(page.locator("h1")).hasText(high);
      assertThat(page.locator("#toast")).containsText("saved");
      assertThat(browser.part("count")).hasText("1 task");
      assertThat(browser.part("pinned").getByText(high)).isVisible();
      assertThat(page.locator("aside [aria-current=page]")).hasText(high);
      browser.isAccessible().fitsSideways().shoot("filter");
      page.setViewportSize(1440, 900);
      browser.go("/my-work");
      browser.part("pinned").getByText(high).click();
      assertThat(page.locator("#tasks tbody tr")).hasCount(1);
    }
  }

  @Test
  void what_is_changed_is_marked_and_saved_in_its_place() {
    two();
    String id = kept(anna, high, false);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/list?filter=" + id).page();
      assertThat(browser.part("whose")).hasText("Only you see this filter");
      assertThat(browser.part("changed")).hasCount(0);
      assertThat(browser.part("export"))
          .hasAttribute("href", Pattern.compile(".*tasks.csv\\?q=project.*"));
      Locator query = page.locator("#query");
      query.fill("project = " + project.key() + " and priority = low");
      query.press("Escape");
      query.press("Enter");
      assertThat(browser.part("changed")).isVisible();
      assertThat(page.locator("#tasks tbody tr")).containsText(new String[] {"easy"});
      browser.part("save-changes").click();
      assertThat(page.locator("#toast")).containsText("changed");
      assertThat(browser.part("changed")).hasCount(0);
      assertThat(query).hasValue("project = " + project.key() + " and priority = low");
      page.locator("#toast").getByText("Undo").click();
      assertThat(query).hasValue("project = " + project.key() + " and priority = high");
      query.fill("");
      query.press("Escape");
      query.press("Enter");
      assertThat(page.locator("h1")).hasText("Tasks");
    }
  }

  @Test
  void a_filter_is_renamed_refused_where_it_is_wrong_deleted_and_brought_back() {
    String id = kept(anna, high, false);
    kept(anna, "Other " + project.key(), false);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/list?filter=" + id).page();
      browser.part("saved").click();
      row(browser, high).locator("[data-opens]").click();
      Locator dialog = page.locator("#edit-filter");
      Locator name = dialog.locator("input[type=text]");
      assertThat(name).hasValue(high);
      name.fill("other " + project.key());
      dialog.locator("textarea").fill("status = tado");
      dialog.getByText("Save").click();
      assertThat(dialog.locator(".wrong").filter(words("tado"))).isVisible();
      dialog.locator("textarea").fill("is open");
      dialog.getByText("Save").click();
      assertThat(dialog.locator(".wrong").filter(words("already"))).isVisible();
      browser.isAccessible();
      name.fill("Renamed " + project.key());
      dialog.getByText("Save").click();
      assertThat(page.locator("h1")).hasText("Renamed " + project.key());
      assertThat(page.locator("#query")).hasValue("is open");
      browser.part("saved").click();
      row(browser, "Renamed " + project.key()).locator("[data-opens]").click();
      dialog.getByText("Delete").click();
      assertThat(page.locator("h1")).hasText("Tasks");
      page.locator("#toast").getByText("Undo").click();
      assertThat(page.locator("#toast")).containsText("Taken back");
      browser.part("saved").click();
      assertThat(row(browser, "Renamed " + project.key())).isVisible();
    }
  }

  private static Locator.FilterOptions words(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void others_see_what_is_shared_pin_it_by_keyboard_and_do_not_change_it() {
    two();
    Person vera = People.newcomer();
    Work.join(anna, project, vera, "viewer");
    String longName = "Очень длинное название фильтра для проверки ширины меню " + project.key();
    kept(anna, longName, true);
    String own = kept(anna, "Own " + project.key(), false);
    try (Browser browser = Browser.open(Size.DESK, vera, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/list").page();
      browser.part("saved").focus();
      page.keyboard().press("Enter");
      assertThat(row(browser, longName)).isVisible();
      assertThat(row(browser, longName).locator("[data-opens]")).hasCount(0);
      assertThat(row(browser, longName).locator(".pin")).isInViewport();
      assertThat(row(browser, "Own " + project.key())).hasCount(0);
      browser.isAccessible().fitsSideways().shoot("filter-menu");
      page.setViewportSize(1440, 900);
      browser.part("saved").focus();
      row(browser, longName).locator(".pin").focus();
      page.keyboard().press("Enter");
      assertThat(browser.part("pinned")).hasText(new String[] {longName});
      browser.part("pinned").click();
      assertThat(page.locator("h1")).hasText(longName);
      assertThat(browser.part("whose")).containsText("Anna Weber");
      browser.isAccessible().fitsSideways().shoot("filter-long");
      page.setViewportSize(1440, 900);
      browser.part("saved").click();
      row(browser, longName).locator(".pin").click();
      assertThat(browser.part("pinned")).hasCount(0);
      browser.go("/list?filter=" + own);
      assertThat(browser.part("filter-gone")).isVisible();
      browser.isAccessible();
    }
  }

  @Test
  void who_has_kept_nothing_is_told_how() {
    try (Browser browser = Browser.open(Size.PHONE, People.newcomer())) {
      Page page = browser.go("/list").page();
      assertThat(browser.part("save-filter")).hasCount(0);
      browser.part("saved").tap();
      assertThat(browser.part("saved-menu")).isVisible();
      browser.isAccessible().fitsSideways().shoot("filter-none");
      browser.go("/list?q=status+%3D");
      assertThat(browser.part("save-filter")).hasCount(0);
      assertThat(page.locator("#query-wrong")).isVisible();
    }
  }
}
