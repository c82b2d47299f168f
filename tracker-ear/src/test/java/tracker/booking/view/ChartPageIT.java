package tracker.booking.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Waiting;
import tracker.harness.Work;

/** The tape chart: nights are chosen, stays moved and stretched, by mouse, finger and keyboard. */
class ChartPageIT {
  private static final LocatorAssertions.HasCountOptions SOON =
      new LocatorAssertions.HasCountOptions().setTimeout(8000);

  /** Two weeks begin two days ago. */
  private static final int BEFORE = 2;

  private static final int DAYS = 14;

  private final Person desk = People.named("Clara Desk");
  private final Person guest = People.named("Boris Ivanov");
  private final String hotel = Lodging.hotelOf(desk);
  private final String single = Lodging.room(hotel, Map.of("number", "101", "capacity", 1));
  private final String room = Lodging.room(hotel, Map.of("number", "201"));
  private final String other = Lodging.room(hotel, Map.of("number", "202"));

  private String booked(Person who, String in, int after, int nights, String note) {
    Map<String, Object> stay = new LinkedHashMap<>(Lodging.stay(in, after, nights));
    stay.put("note", note);
    return who.rest().post("/api/bookings", stay).is(201).field("id");
  }

  private Answer booking(String id) {
    return desk.rest().get("/api/bookings/" + id).is(200);
  }

  /** Waits until it is there: the page tells of it before the server does. */
  private void assertStays(String id, String in, int after, int nights) {
    String wanted = in + " " + Lodging.day(after) + " " + Lodging.day(after + nights);
    Waiting.until(
        Duration.ofSeconds(10),
        () -> wanted.equals(place(booking(id))),
        () -> wanted + " expected, but it is " + place(booking(id)));
  }

  private static String place(Answer now) {
    return now.field("room_id") + " " + now.field("check_in") + " " + now.field("check_out");
  }

  private Page open(Browser browser) {
    return browser.go("/chart/" + hotel).page();
  }

  private static Locator row(Browser browser, String number) {
    return browser.part("row-" + number).locator(".track");
  }

  /** The middle of a day, so many days after today. */
  private static double[] at(Browser browser, String number, int after) {
    BoundingBox box = row(browser, number).boundingBox();
    return new double[] {box.x + box.width * (after + BEFORE + 0.5) / DAYS, box.y + box.height / 2};
  }

  private static void drag(Page page, double[] from, double[] to) {
    page.mouse().move(from[0], from[1]);
    page.mouse().down();
    page.mouse().move(to[0], to[1], new Mouse.MoveOptions().setSteps(8));
  }

  @Test
  void free_nights_are_drawn_and_booked_in_a_dialog() {
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = open(browser);
      drag(page, at(browser, "201", 2), at(browser, "201", 5));
      assertThat(page.locator(".ghost")).isVisible();
      page.mouse().up();
      assertThat(page.locator("[id='bk:check_in']")).hasValue(Lodging.day(2));
      assertThat(page.locator("[id='bk:check_out']")).hasValue(Lodging.day(5));
      assertThat(page.locator("#book-price")).containsText("3 nights");
      page.locator("[id='bk:note']").fill("Petrov A.");
      page.locator("[id='bk:go']").click();
      assertThat(page.locator("#toast")).containsText("Booked:");
      assertThat(row(browser, "201").locator(".tbar.confirmed")).containsText("Petrov A.");
      browser.isAccessible().fitsSideways().shoot("chart-booked").fitsSideways();
      page.setViewportSize(1440, 900);
      page.locator("#toast").getByText("Undo").click();
      assertThat(browser.part("bar")).hasCount(0);
    }
  }

  @Test
  void a_stay_is_moved_to_other_days_and_another_room_and_stretched_by_its_edge() {
    String id = booked(guest, room, 1, 3, "Nordic Film");
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = open(browser);
      drag(page, at(browser, "201", 2), at(browser, "202", 4));
      assertThat(row(browser, "202").locator(".ghost")).isVisible();
      browser.shoot("chart-drag");
      page.setViewportSize(1440, 900);
      double[] to = at(browser, "202", 4);
      page.mouse().move(to[0], to[1]);
      page.mouse().up();
      assertThat(page.locator("#toast")).containsText("Now room 202");
      assertThat(row(browser, "202").locator(".tbar")).containsText("Nordic Film");
      assertStays(id, other, 3, 3);
      BoundingBox bar = row(browser, "202").locator(".tbar").boundingBox();
      double[] end = {bar.x + bar.width - 4, bar.y + bar.height / 2};
      drag(page, end, new double[] {end[0] + 2 * bar.width / 3, end[1]});
      page.mouse().up();
      assertThat(page.locator("#tape-said")).containsText("Now room 202");
      assertStays(id, other, 3, 5);
      page.locator("#toast").getByText("Undo").click();
      assertThat(page.locator("#toast")).containsText("Taken back");
      assertStays(id, other, 3, 3);
    }
  }

  @Test
  void a_clash_says_at_once_who_and_when_offers_what_is_free_and_the_bar_goes_back() {
    String mine = booked(guest, room, 1, 2, "Laptev B.");
    booked(guest, other, 1, 4, "Baltic Tours");
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = open(browser);
      drag(page, at(browser, "201", 2), at(browser, "202", 3));
      assertThat(page.locator(".ghost.no")).containsText("taken");
      page.mouse().up();
      assertThat(browser.part("clash-box")).containsText("Room 202 is taken: Baltic Tours");
      assertThat(row(browser, "201").locator(".tbar.movable")).containsText("Laptev B.");
      assertStays(mine, room, 1, 2);
      browser.isAccessible().fitsSideways().shoot("chart-clash");
      page.setViewportSize(1440, 900);
      drag(page, at(browser, "201", 2), at(browser, "202", 3));
      page.mouse().up();
      browser.part("clash-box").locator("button").first().click();
      assertThat(page.locator("#toast")).containsText("Now room 202");
      assertStays(mine, other, 5, 2);
    }
  }

  @Test
  void who_does_not_run_the_hotel_sees_that_a_room_is_taken_but_not_by_whom() {
    booked(desk, room, 1, 3, "Secret guest");
    String own = booked(guest, other, 1, 3, "Boris himself");
    try (Browser browser = Browser.open(Size.DESK, guest)) {
      Page page = open(browser);
      assertThat(row(browser, "201").locator(".tbar.taken")).containsText("Taken");
      assertTrue(!page.content().contains("Secret guest"), "somebody else's note");
      drag(page, at(browser, "202", 2), at(browser, "201", 2));
      page.mouse().up();
      assertThat(browser.part("clash-box")).containsText("Room 201 is taken: Taken");
      assertStays(own, other, 1, 3);
      browser.isAccessible();
    }
  }

  @Test
  void what_somebody_took_meanwhile_is_refused_by_the_server_and_the_bar_goes_back() {
    String id = booked(guest, room, 1, 2, "Laptev B.");
    try (Browser browser = Browser.open(Size.DESK, guest)) {
      Page page = open(browser);
      // a guest hears nothing of the bookings of others
      booked(desk, other, 1, 2, "Faster");
      drag(page, at(browser, "201", 2), at(browser, "202", 2));
      page.mouse().up();
      assertThat(page.locator("#toast")).containsText("The room is taken from");
      assertThat(row(browser, "201").locator(".tbar.movable")).containsText("Laptev B.");
      assertStays(id, room, 1, 2);
    }
  }

  @Test
  void nights_are_booked_and_stays_moved_by_keyboard_alone() {
    String id = booked(guest, room, 0, 2, "Kim D.");
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = open(browser);
      Locator said = page.locator("#tape-said");
      browser.part("cursor").focus();
      page.keyboard().press("ArrowDown");
      assertThat(browser.part("cursor")).isFocused();
      assertThat(browser.part("cursor"))
          .hasAttribute("aria-label", java.util.regex.Pattern.compile("Room 201.*taken: Kim D."));
      page.keyboard().press("Space");
      assertThat(said).containsText("Picked up Kim D.");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("Shift+ArrowRight");
      assertThat(said).containsText("Room 202");
      page.keyboard().press("Enter");
      assertThat(said).containsText("Now room 202");
      assertStays(id, other, 1, 3);
      page.keyboard().press("Space");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Escape");
      assertThat(said).containsText("It stays where it was");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Space");
      assertThat(said).containsText("Enter books");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("Enter");
      assertThat(page.locator("#book")).isVisible();
      assertThat(page.locator("[id='bk:check_in']")).hasValue(Lodging.day(1));
      assertThat(page.locator("[id='bk:check_out']")).hasValue(Lodging.day(3));
      page.keyboard().press("Escape");
      assertThat(page.locator("#book")).not().isVisible();
    }
  }

  @Test
  void a_room_out_of_service_says_why_and_takes_nobody() {
    Work.Project project = Work.project(desk);
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("title", "Broken shower");
    task.put("project", project.key());
    task.put("type", "out_of_service");
    task.put("refs", List.of(Map.of("type", "room", "id", room)));
    String key = desk.rest().post("/api/tasks", task).is(201).field("key");
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = open(browser);
      assertThat(browser.part("row-201").locator(".why")).containsText(key);
      drag(page, at(browser, "201", 2), at(browser, "201", 4));
      page.mouse().up();
      assertThat(browser.part("clash-box")).containsText("Room 201 is out of service");
      browser.isAccessible().fitsSideways().shoot("chart-shut");
    }
  }

  @Test
  void what_others_book_appears_by_itself() {
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = browser.page();
      page.waitForRequest("**/events*", () -> open(browser));
      booked(guest, room, 2, 2, "Just now");
      assertThat(browser.part("bar")).hasCount(1, SOON);
      String id = booked(guest, single, 2, 2, "Gone at once");
      assertThat(browser.part("bar")).hasCount(2, SOON);
      guest.rest().post("/api/bookings/" + id + "/cancel", null).is(200);
      assertThat(browser.part("bar")).hasCount(1, SOON);
    }
  }

  @Test
  void a_clash_by_keyboard_offers_what_is_free_and_escape_leads_back() {
    String id = booked(guest, room, 0, 2, "Kim D.");
    booked(guest, other, 0, 5, "Baltic Tours");
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = open(browser);
      browser.part("cursor").focus();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Space");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("#tape-said")).containsText("Room 202 is taken: Baltic Tours");
      page.keyboard().press("Space");
      assertThat(browser.part("clash-box").locator("button").first()).isFocused();
      page.keyboard().press("Escape");
      assertThat(browser.part("clash-box")).not().isVisible();
      assertThat(browser.part("cursor")).isFocused();
      assertStays(id, room, 0, 2);
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Enter");
      page.waitForURL("**/stay/" + id);
    }
  }

  @Test
  void a_long_press_of_a_finger_picks_a_stay_up() {
    String id = booked(guest, room, 0, 2, "Kim D.");
    try (Browser browser = Browser.open(Size.PHONE, desk)) {
      Page page = browser.page();
      page.clock().install();
      open(browser);
      CDPSession finger = page.context().newCDPSession(page);
      BoundingBox bar = row(browser, "201").locator(".tbar").boundingBox();
      double day = row(browser, "201").boundingBox().width / DAYS;
      double x = bar.x + bar.width / 2;
      double y = bar.y + bar.height / 2;
      touch(finger, "touchStart", x, y);
      page.clock().runFor(400);
      touch(finger, "touchMove", x + day / 2, y);
      assertThat(page.locator(".ghost")).hasCount(1);
      touch(finger, "touchMove", x + day, y);
      finger.send("Input.dispatchTouchEvent", json("{'type':'touchEnd','touchPoints':[]}"));
      page.clock().runFor(1000);
      assertStays(id, room, 1, 2);
    }
  }

  private static void touch(CDPSession finger, String type, double x, double y) {
    finger.send(
        "Input.dispatchTouchEvent",
        json("{'type':'" + type + "','touchPoints':[{'x':" + x + ",'y':" + y + "}]}"));
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Test
  void a_guest_who_hears_nothing_of_others_sees_a_room_taken_after_a_while() {
    try (Browser browser = Browser.open(Size.DESK, guest)) {
      Page page = browser.page();
      page.clock().install();
      open(browser);
      assertThat(browser.part("bar")).hasCount(0);
      booked(desk, room, 1, 2, "Not to be told");
      page.clock().runFor(20_000);
      assertThat(row(browser, "201").locator(".tbar.taken")).hasCount(1, SOON);
    }
  }

  @Test
  void on_a_phone_a_tap_books_a_night_and_names_of_rooms_stay_in_sight() {
    booked(desk, room, 0, 3, "Семья Волковых");
    try (Browser browser = Browser.open(Size.PHONE, desk, "ru-RU", ColorScheme.DARK)) {
      Page page = open(browser);
      browser.isAccessible().fitsSideways().shoot("chart-ru");
      page.setViewportSize(390, 844);
      page.reload();
      assertThat(browser.part("row-202").locator(".tname a")).isInViewport();
      Locator track = row(browser, "202");
      BoundingBox box = track.boundingBox();
      track.tap(
          new Locator.TapOptions()
              .setPosition(
                  new com.microsoft.playwright.options.Position(
                      box.width * (BEFORE + 1.5) / DAYS, 20)));
      assertThat(page.locator("[id='bk:check_in']")).hasValue(Lodging.day(1));
      page.locator("[id='bk:go']").tap();
      assertThat(page.locator("#toast")).containsText("Забронировано");
      assertThat(row(browser, "202").locator(".tbar")).hasCount(1);
    }
  }

  @Test
  void weeks_and_months_are_shown_and_walked_through() {
    booked(guest, room, 20, 3, "Later");
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = open(browser);
      assertThat(browser.part("bar")).hasCount(0);
      browser.part("later").click();
      assertThat(browser.part("bar")).hasCount(1);
      browser.part("span-week").click();
      assertThat(page.locator(".tday")).hasCount(7);
      browser.part("now").click();
      browser.part("span-month").click();
      assertTrue(page.locator(".tday").count() >= 28, "a month");
      browser.isAccessible().fitsSideways().shoot("chart-month");
      browser.go("/chart/" + Lodging.hotelOf(desk));
      assertThat(page.locator(".empty")).containsText("The rooms of the hotel will be here");
    }
  }
}
