package tracker.booking.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;

/** Free rooms in the browser: asked for, found, booked. */
class FreeRoomsPageIT {
  private final Person anna = People.newcomer();
  private final String amenity = Lodging.amenity();
  private final String hotel = Lodging.hotel(Map.of());
  private final String name = anna.rest().get("/api/hotels/" + hotel).is(200).field("name");
  private final String room =
      Lodging.room(hotel, Map.of("amenity_ids", java.util.List.of(amenity), "capacity", 3));

  private String number() {
    return anna.rest().get("/api/rooms/" + room).field("number");
  }

  private long booked() {
    return Long.parseLong(anna.rest().get("/api/bookings?mine=true").is(200).field("total"));
  }

  private static String ask(String where) {
    return "/hotels?where=" + where.replace(" ", "+");
  }

  @Test
  void on_a_phone_a_room_is_booked_in_three_clicks() {
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go("/hotels").page();
      page.locator("#where").fill(name);
      browser.part("find-rooms").tap();
      assertThat(browser.part("offer")).containsText(number());
      browser.isAccessible().fitsSideways().shoot("rooms-free");
      page.setViewportSize(390, 844);
      browser.part("book-it").tap();
      assertThat(page.locator("#book-price")).containsText(Pattern.compile("1 night · .?100"));
      browser.isAccessible().fitsSideways().shoot("rooms-book");
      page.setViewportSize(390, 844);
      page.locator("#book").getByText("Book", new Locator.GetByTextOptions().setExact(true)).tap();
      page.waitForURL("**/bookings");
      assertThat(page.locator("#toast")).containsText("Booked: " + name);
      assertThat(browser.part("part-coming")).containsText(name + ", " + number());
      browser.isAccessible().fitsSideways().shoot("stays");
      page.setViewportSize(390, 844);
      page.locator("#toast").getByText("Undo").tap();
      assertThat(browser.part("bookings")).containsText("Your stays will be here");
    }
  }

  @Test
  void two_keys_lead_here() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/my-work").page();
      page.keyboard().press("g");
      page.keyboard().press("r");
      page.waitForURL("**/hotels");
      assertThat(page.locator(".side [aria-current=page]")).hasText("Booking");
    }
  }

  @Test
  void who_presses_twice_books_once() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(ask(name)).page();
      browser.part("book-it").click();
      page.locator("[id='bk:note']").fill("Late arrival");
      page.locator("[id='bk:go']").dblclick();
      page.waitForURL("**/bookings");
      assertThat(browser.part("booking")).hasCount(1);
      assertThat(browser.part("booking")).containsText("Late arrival");
    }
    assertEquals(1, booked());
  }

  @Test
  void what_the_hotel_refuses_is_said_beside_its_field() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go(ask(name)).page();
      browser.part("book-it").click();
      page.locator("[id='bk:guests']").fill("9");
      page.locator("[id='bk:go']").click();
      assertThat(page.locator("[id='bk:guests-why']")).containsText("The room sleeps 3");
      assertThat(page.locator("[id='bk:guests']")).isFocused();
      assertThat(page.locator("#book-title")).containsText(number());
      browser.isAccessible().shoot("rooms-refused");
      page.setViewportSize(1440, 900);
      Lodging.stay(room, 0, 1);
      People.admin().rest().post("/api/bookings", Lodging.stay(room, 0, 1)).is(201);
      page.locator("[id='bk:guests']").fill("1");
      page.locator("[id='bk:go']").click();
      assertThat(page.locator("#book .alert")).containsText("The room is taken from");
    }
    assertEquals(0, booked());
  }

  @Test
  void what_is_not_free_does_not_suit_or_is_nowhere_is_not_offered() {
    People.admin().rest().post("/api/bookings", Lodging.stay(room, 5, 3)).is(201);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      String days = "&check_in=" + Lodging.day(6) + "&check_out=" + Lodging.day(8);
      browser.go(ask(name) + days);
      assertThat(browser.part("count")).containsText("0 free rooms");
      assertThat(browser.page().locator(".empty")).containsText("Nothing is free");
      browser.isAccessible().fitsSideways().shoot("rooms-none").fitsSideways();
      browser.go(ask(name) + "&guests=4");
      assertThat(browser.part("offer")).hasCount(0);
      browser.go(ask(name) + "&guests=3&amenity=" + amenity);
      assertThat(browser.part("offer")).hasCount(1);
      browser.go(ask("Nowhere at all"));
      assertThat(browser.part("wrong"))
          .containsText("no city and no hotel called “Nowhere at all”");
      browser.go(ask(name) + "&check_in=2020-01-01&check_out=2020-01-02");
      assertThat(browser.part("wrong")).containsText("must not lie in the past".substring(5));
      browser.go(ask(name) + "&check_in=nonsense&check_out=&guests=many");
      assertThat(browser.part("offer")).hasCount(1);
    }
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void it_speaks_russian_by_day_and_by_night(ColorScheme theme) {
    if (theme == ColorScheme.NO_PREFERENCE) {
      return;
    }
    try (Browser browser = Browser.open(Size.DESK, anna, "ru-RU", theme)) {
      browser.go("/hotels");
      assertThat(browser.part("count")).containsText("свободн");
      browser.isAccessible().fitsSideways().shoot("rooms-free-ru-" + theme);
    }
  }
}
