package tracker.booking.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;

/** Stays in the browser: those of a guest, and what the desk of a hotel does. */
class BookingsPageIT {
  private final Person guest = People.newcomer();
  private final Person desk = People.newcomer();

  private String hotel(Map<String, Object> rules) {
    Map<String, Object> fields = new java.util.LinkedHashMap<>(rules);
    fields.put("manager_ids", List.of(desk.id()));
    return Lodging.hotel(fields);
  }

  private String booked(String room, int after, int nights) {
    return guest
        .rest()
        .post("/api/bookings", Lodging.stay(room, after, nights))
        .is(201)
        .field("id");
  }

  private String status(String booking) {
    return guest.rest().get("/api/bookings/" + booking).is(200).field("status");
  }

  @Test
  void a_stay_is_canceled_after_its_terms_were_told_and_comes_back_by_undo() {
    String booking = booked(Lodging.room(hotel(Map.of("free_cancel_days", 2))), 9, 2);
    try (Browser browser = Browser.open(Size.PHONE, guest)) {
      Page page = browser.go("/bookings").page();
      browser.part("cancel").tap();
      assertThat(browser.part("cancel-stay")).containsText("free of charge until");
      browser.isAccessible().fitsSideways().shoot("stay-cancel");
      page.setViewportSize(390, 844);
      page.locator("[id='cs:go']").tap();
      assertThat(page.locator("#toast")).containsText("Canceled:");
      assertThat(browser.part("booking")).hasCount(0);
      assertEquals("canceled", status(booking));
      page.locator("#toast").getByText("Undo").tap();
      assertThat(browser.part("booking")).hasCount(1);
      assertEquals("confirmed", status(booking));
    }
  }

  @Test
  void who_is_too_late_to_cancel_is_told_why() {
    String booking = booked(Lodging.room(hotel(Map.of("free_cancel_days", 5))), 3, 2);
    try (Browser browser = Browser.open(Size.DESK, guest)) {
      Page page = browser.go("/bookings").page();
      assertThat(browser.part("booking")).hasCount(1);
      assertThat(browser.part("cancel")).hasCount(0);
      browser.go("/stay/" + booking);
      assertThat(browser.part("stay")).containsText("now only the hotel can");
      browser
          .part("cancel")
          .click(new com.microsoft.playwright.Locator.ClickOptions().setForce(true));
      assertThat(page.locator("#toast")).containsText("now only the hotel can");
      assertThat(page.locator("[id='ch:save']")).hasCount(0);
    }
  }

  @Test
  void the_desk_confirms_lets_in_and_lets_out() {
    String hotel = hotel(Map.of("approval", true));
    String booking = booked(Lodging.room(hotel), 0, 1);
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = browser.go("/bookings").page();
      browser.part("desk").click();
      assertThat(browser.part("part-requests")).containsText(guest.name());
      browser.isAccessible().fitsSideways().shoot("desk").fitsSideways();
      page.setViewportSize(1440, 900);
      browser.part("confirm").click();
      assertThat(page.locator("#toast")).containsText("Confirmed:");
      assertEquals("confirmed", status(booking));
      browser.part("part-arriving").locator("[data-test=check-in]").click();
      assertThat(page.locator("#toast")).containsText("Checked in:");
      assertEquals("checked_in", status(booking));
      browser.go("/stay/" + booking);
      browser.part("check-out").click();
      assertThat(page.locator("#toast")).containsText("Checked out:");
      assertEquals("checked_out", status(booking));
      browser.go("/bookings?tab=desk");
      assertThat(page.locator(".empty")).containsText("Nobody waits");
    }
    try (Browser browser = Browser.open(Size.DESK, guest, "ru-RU", ColorScheme.DARK)) {
      browser.go("/bookings?tab=desk");
      assertThat(browser.part("desk")).hasCount(0);
      browser.go("/bookings?tab=past");
      assertThat(browser.part("part-past")).containsText("Выехали");
      browser.isAccessible().fitsSideways().shoot("stays-past");
    }
  }

  @Test
  void a_calendar_link_is_shown_once_and_taken_back() {
    try (Browser browser = Browser.open(Size.DESK, guest)) {
      Page page = browser.go("/bookings").page();
      browser.part("new-calendar").click();
      page.locator("[id='nc:go']").click();
      assertThat(browser.part("calendar-secret"))
          .hasValue(java.util.regex.Pattern.compile("^http://[^/]+/api/calendars/.{43}$"));
      browser.isAccessible().shoot("calendar-link");
      page.setViewportSize(1440, 900);
      String address = browser.part("calendar-secret").inputValue();
      assertEquals(200, page.request().get(address).status());
      page.getByText("I have noted it")
          .or(page.locator("#new-calendar a.b-primary"))
          .first()
          .click();
      assertThat(browser.part("calendar-link")).hasCount(1);
      browser.part("calendar-link").locator("button").click();
      assertThat(page.locator("#toast")).containsText("no longer works");
      assertThat(browser.part("calendar-link")).hasCount(0);
      assertEquals(404, page.request().get(address).status());
    }
  }
}
