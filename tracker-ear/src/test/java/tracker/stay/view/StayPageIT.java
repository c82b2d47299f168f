package tracker.stay.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Bookings and tasks lead to each other. */
class StayPageIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna, "private");
  private final Answer task = Work.task(anna, project, "Meet the glazier in Porto");
  private final String key = task.field("key");
  private final String hotel = Lodging.hotel(Map.of());
  private final String room = Lodging.room(hotel);

  private String booked(Person who, int after, String... taskId) {
    Map<String, Object> stay = new LinkedHashMap<>(Lodging.stay(room, after, 2));
    if (taskId.length > 0) {
      stay.put("task_id", taskId[0]);
    }
    return who.rest().post("/api/bookings", stay).is(201).field("id");
  }

  @Test
  void a_room_is_booked_for_a_task_and_both_lead_to_each_other() {
    String name = anna.rest().get("/api/hotels/" + hotel).field("name");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + key).page();
      browser.part("book-for-task").click();
      assertThat(browser.part("trip")).containsText(key);
      page.locator("#where").fill(name);
      browser.part("find-rooms").click();
      assertThat(browser.part("trip")).containsText(key);
      browser.part("book-it").first().click();
      page.locator("[id='bk:go']").click();
      page.waitForURL("**/bookings");
      browser.part("part-coming").getByText(key).first().click();
      assertThat(browser.part("task-stays").locator("[data-test=booking]")).containsText(name);
      browser.isAccessible().fitsSideways().shoot("task-stays").fitsSideways();
      page.setViewportSize(1440, 900);
      browser.part("task-stays").locator("[data-test=booking] a").click();
      assertThat(browser.part("trip")).containsText("Meet the glazier");
      browser.isAccessible().fitsSideways().shoot("stay").fitsSideways();
    }
  }

  @Test
  void a_stay_is_changed_and_refusals_stand_beside_their_fields() {
    String id = booked(anna, 11);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/stay/" + id).page();
      page.locator("[id='ch:guests']").fill("7");
      page.locator("[id='ch:save']").click();
      assertThat(page.locator("[id='ch:guests-why']")).containsText("The room sleeps 2");
      assertThat(page.locator("[id='ch:guests']")).hasValue("7");
      page.locator("[id='ch:guests']").fill("2");
      page.locator("[id='ch:task_id']").fill("NOSUCH-1");
      page.locator("[id='ch:save']").click();
      assertThat(page.locator("[id='ch:task_id-why']")).containsText("There is no such task");
      page.locator("[id='ch:task_id']").fill(key);
      page.locator("[id='ch:check_out']").fill(Lodging.day(15));
      page.locator("[id='ch:save']").click();
      assertThat(page.locator("#toast")).containsText("Changed:");
      assertThat(browser.part("trip")).containsText(key);
      assertThat(browser.part("stay")).containsText("4 nights");
      page.locator("#toast").getByText("Undo").click();
      assertThat(browser.part("stay")).containsText("2 nights");
      assertThat(browser.part("trip")).hasCount(0);
    }
  }

  @Test
  void a_task_that_the_reader_does_not_see_is_not_told_and_stays_what_it_is_for() {
    String id = booked(anna, 21, task.field("id"));
    Person root = People.admin();
    try (Browser browser = Browser.open(Size.PHONE, anna, "ru-RU", ColorScheme.DARK)) {
      browser.go("/stay/" + id);
      assertThat(browser.part("trip")).containsText(key);
      browser.isAccessible().fitsSideways().shoot("stay-ru");
    }
    Person desk = People.newcomer();
    Map<String, Object> managers = Map.of("manager_ids", java.util.List.of(desk.id()));
    root.rest().patch("/api/hotels/" + hotel, managers).is(200);
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = browser.go("/stay/" + id).page();
      assertThat(browser.part("trip")).hasCount(0);
      page.locator("[id='ch:note']").fill("Needs a cot");
      page.locator("[id='ch:save']").click();
      assertThat(page.locator("#toast")).containsText("Changed:");
    }
    Answer now = anna.rest().get("/api/bookings/" + id).is(200);
    assertEquals("Needs a cot", now.field("note"));
    assertEquals(task.field("id"), now.field("task_id"));
  }

  @Test
  void what_is_not_ones_own_is_not_found() {
    String id = booked(anna, 31);
    Person other = People.named("Boris Ivanov");
    try (Browser browser = Browser.open(Size.DESK, other)) {
      assertEquals(404, browser.page().navigate(url("/stay/" + id)).status());
      assertEquals(404, browser.page().navigate(url("/stay/nonsense")).status());
      assertEquals(404, browser.page().navigate(url("/chart/nonsense")).status());
      assertEquals(404, browser.page().navigate(url("/room/nonsense")).status());
      assertEquals(404, browser.page().navigate(url("/hotel/nonsense")).status());
      browser.faults().removeIf(fault -> fault.contains("404"));
    }
  }

  private static String url(String path) {
    return tracker.harness.Product.shared().url() + path;
  }
}
