package tracker.calendar.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The calendar: what is due on which day, and where one sleeps. */
class CalendarPageIT {
  private static final String MONTH = "/calendar?at=2031-05-14";
  private final Person anna = People.newcomer();
  private final Project project = Work.project(anna);

  private String task(String title, String due) {
    return Work.task(anna, project, title, Map.of("due_at", due, "assignee_id", anna.id()))
        .field("key");
  }

  private String due(String key) {
    return anna.rest().get("/api/tasks/" + key).is(200).field("due_at");
  }

  private static Locator card(Browser browser, String day, String key) {
    return browser.part("day-" + day).locator("[data-test='task-" + key + "']");
  }

  private static void drag(Page page, Locator card, Locator day) {
    BoundingBox from = card.boundingBox();
    BoundingBox to = day.boundingBox();
    page.mouse().move(from.x + 20, from.y + 8);
    page.mouse().down();
    page.mouse().move(from.x + 40, from.y + 20);
    page.mouse().move(to.x + 30, to.y + 60, new Mouse.MoveOptions().setSteps(5));
    page.mouse().up();
  }

  @Test
  void a_task_goes_to_another_day_by_mouse_keeps_its_hour_and_comes_back_by_undo() {
    String key = task("Order the flowers", "2031-05-13T14:30:00Z");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(MONTH).page();
      assertThat(browser.part("days")).hasText("May 2031");
      assertThat(card(browser, "2031-05-13", key)).containsText("14:30");
      drag(page, card(browser, "2031-05-13", key), browser.part("day-2031-05-22"));
      assertThat(card(browser, "2031-05-22", key)).isVisible();
      assertThat(page.locator("#toast")).containsText(key + " is due 22 May 2031");
      assertEquals("2031-05-22T14:30:00Z", due(key));
      page.locator("#toast button").first().click();
      assertThat(card(browser, "2031-05-13", key)).isVisible();
      assertEquals("2031-05-13T14:30:00Z", due(key));
    }
  }

  @Test
  void the_same_by_keyboard_and_the_reader_hears_where_it_is() {
    String key = task("By keyboard", "2031-05-13T23:59:00Z");
    String other = task("The day after", "2031-05-14T23:59:00Z");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(MONTH).page();
      Locator said = page.locator("#calendar-said");
      card(browser, "2031-05-13", key).focus();
      page.keyboard().press("ArrowRight");
      assertThat(card(browser, "2031-05-14", other)).isFocused();
      page.keyboard().press("ArrowLeft");
      assertThat(card(browser, "2031-05-13", key)).isFocused();
      page.keyboard().press("Space");
      assertThat(said).containsText(key + " picked up. Tue, 13 May 2031");
      page.keyboard().press("ArrowDown");
      assertThat(said).containsText("Tue, 20 May 2031");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("Space");
      assertThat(said).containsText(key + " is due: Wed, 21 May 2031");
      assertThat(card(browser, "2031-05-21", key)).isFocused();
      assertThat(page.locator("#toast")).containsText(key);
      assertEquals("2031-05-21T23:59:00Z", due(key));
      page.keyboard().press("Space");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Escape");
      assertThat(said).containsText(key + " stays where it was");
      assertThat(card(browser, "2031-05-21", key)).isFocused();
      page.keyboard().press("Enter");
      page.waitForURL("**/task/" + key);
    }
  }

  @Test
  void what_may_not_be_changed_comes_back_with_the_reason() {
    Person viewer = People.newcomer();
    Work.join(anna, project, viewer, "viewer");
    String key = task("Not yours", "2031-05-13T14:30:00Z");
    try (Browser browser = Browser.open(Size.DESK, viewer)) {
      Page page = browser.go(MONTH + "&project=" + project.key()).page();
      assertThat(browser.part("whose")).hasText(project.key());
      drag(page, card(browser, "2031-05-13", key), browser.part("day-2031-05-22"));
      assertThat(page.locator("#toast .bad")).isVisible();
      assertThat(card(browser, "2031-05-13", key)).isVisible();
      assertEquals("2031-05-13T14:30:00Z", due(key));
    }
  }

  @Test
  void who_changed_it_meanwhile_is_not_overwritten() {
    String key = task("Changed meanwhile", "2031-05-13T14:30:00Z");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(MONTH).page();
      page.evaluate("document.querySelector('.due-card').dataset.version = '0'");
      card(browser, "2031-05-13", key).focus();
      page.keyboard().press("Space");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("Space");
      assertThat(page.locator("#toast .bad")).isVisible();
      assertThat(card(browser, "2031-05-13", key)).isVisible();
      assertEquals("2031-05-13T14:30:00Z", due(key));
    }
  }

  @Test
  void more_than_fits_opens_the_day_and_what_others_change_shows_by_itself() {
    for (int i = 1; i <= 5; i++) {
      task("Round " + i, "2031-05-13T0" + i + ":00:00Z");
    }
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(MONTH).page();
      Locator day = browser.part("day-2031-05-13");
      assertThat(day.locator(".due-card")).hasCount(2);
      assertThat(day.locator("[data-test=more]")).hasText("+3 more");
      String late = task("Came later", "2031-05-15T10:00:00Z");
      assertThat(card(browser, "2031-05-15", late)).isVisible();
      day.locator("[data-test=more]").click();
      page.waitForURL("**view=day**");
      assertThat(page.locator(".due-card")).hasCount(5);
      browser.part("as-week").click();
      page.waitForURL("**view=week**");
      assertThat(page.locator(".day")).hasCount(7);
      assertThat(browser.part("days")).containsText("May");
      browser.part("later").click();
      page.waitForURL("**at=2031-05-20**");
      assertThat(browser.part("empty")).containsText("Nothing is due on these days");
      browser.isAccessible();
    }
  }

  @Test
  void a_click_on_an_empty_day_makes_a_task_for_it() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(MONTH + "&project=" + project.key()).page();
      browser.part("day-2031-05-20").click();
      assertThat(page.locator("#new-task [data-pick=due]")).containsText("20");
      page.locator("#nt-title").fill("Made in the calendar");
      page.locator("#nt-title").press("Enter");
      assertThat(browser.part("day-2031-05-20")).containsText("Made in the calendar");
      browser.part("day-2031-05-21").locator("[data-due]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#new-task [data-pick=due]")).containsText("21");
    }
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void tasks_and_stays_stand_side_by_side_in_both_languages_and_themes(Size size) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    task("Order the flowers", today + "T14:30:00Z");
    String done = task("Count the towels in the store on the second floor", today + "T23:59:00Z");
    anna.rest().patch("/api/tasks/" + done, Map.of("status", "done")).is(200);
    task("Already late", today.minusDays(1) + "T08:00:00Z");
    String hotel = Lodging.hotel(Map.of());
    anna.rest()
        .post(
            "/api/bookings",
            Map.of(
                "room_id", Lodging.room(hotel),
                "check_in", today.toString(),
                "check_out", today.plusDays(2).toString()))
        .is(201);
    try (Browser browser = Browser.open(size, anna, "en-US", ColorScheme.LIGHT)) {
      browser.go("/calendar");
      assertThat(browser.part("day-" + today).locator("[data-test=stay]")).isVisible();
      assertThat(browser.part("day-" + today.plusDays(2)).locator("[data-test=stay]")).hasCount(0);
      assertThat(browser.part("day-" + today).locator(".due-card")).hasCount(2);
      browser.isAccessible().fitsSideways().shoot("calendar-en-light");
      browser.go("/calendar?view=week");
      browser.isAccessible().fitsSideways().shoot("calendar-week");
      browser.go("/calendar?view=day");
      browser.isAccessible().fitsSideways().shoot("calendar-day");
    }
    anna.rest().patch("/api/auth/me", Map.of("locale", "ru", "theme", "dark"));
    try (Browser browser = Browser.open(size, anna, "ru", ColorScheme.DARK)) {
      Page page = browser.go("/calendar").page();
      assertThat(page.locator("h1")).hasText("Календарь");
      if (size == Size.DESK) {
        assertThat(page.locator(".weekdays span").first()).hasText("пн");
      }
      browser.isAccessible().fitsSideways().shoot("calendar-ru-dark");
    }
  }
}
