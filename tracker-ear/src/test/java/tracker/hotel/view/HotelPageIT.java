package tracker.hotel.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;

/** Hotels and rooms in the browser: pictures, settings, prices, who runs them. */
class HotelPageIT {
  private final Person desk = People.named("Clara Desk");
  private final Person guest = People.named("Boris Ivanov");
  private final String hotel = Lodging.hotelOf(desk);

  private static FilePayload picture(String name, int red, int green, int blue) throws IOException {
    BufferedImage image = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Color color = new Color(red, green, blue);
    pen.setPaint(new GradientPaint(0, 0, color, 0, 1000, color.darker().darker()));
    pen.fillRect(0, 0, 1600, 1000);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return new FilePayload(name, "image/png", out.toByteArray());
  }

  @Test
  void pictures_are_added_ordered_made_the_cover_and_taken_away() throws Exception {
    String room = Lodging.room(hotel);
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = browser.go("/hotel/" + hotel).page();
      page.locator("#add-pictures")
          .setInputFiles(
              new FilePayload[] {
                picture("front.png", 90, 140, 180),
                picture("yard.png", 120, 160, 90),
                picture("hall.png", 190, 130, 80)
              });
      Locator shots = browser.part("picture");
      assertThat(page.locator("[data-test=picture] img")).hasCount(3);
      String last = shots.nth(2).getAttribute("data-id");
      browser.isAccessible().fitsSideways().shoot("hotel").fitsSideways();
      page.setViewportSize(1440, 900);
      shots.nth(2).locator("[data-picture=cover]").click();
      assertThat(shots.nth(0)).hasAttribute("data-id", last);
      shots.nth(0).locator("[data-picture=right]").click();
      assertThat(shots.nth(1)).hasAttribute("data-id", last);
      assertThat(shots.nth(1).locator("[data-picture=right]")).isFocused();
      shots.nth(1).locator("[data-picture=drop]").click();
      assertThat(shots).hasCount(2);
      page.locator("#toast").getByText("Undo").click();
      assertThat(shots).hasCount(3);
      page.reload();
      assertThat(shots.nth(1)).hasAttribute("data-id", last);
      Answer kept = guest.rest().get("/api/hotels/" + hotel + "/images").is(200);
      assertEquals("3", kept.field("total"));
    }
    try (Browser browser = Browser.open(Size.PHONE, guest, "ru-RU", ColorScheme.DARK)) {
      Page page = browser.go("/hotel/" + hotel).page();
      assertThat(page.locator("[data-test=picture] img")).hasCount(3);
      assertThat(page.locator("[data-picture], #add-pictures")).hasCount(0);
      assertThat(browser.part("edit-hotel")).hasCount(0);
      browser.isAccessible().fitsSideways().shoot("hotel-ru");
      // a room without a picture of its own shows that of its hotel
      browser.go(
          "/hotels?where="
              + guest.rest().get("/api/hotels/" + hotel).field("name").replace(' ', '+'));
      assertThat(page.locator(".offer img.cover")).hasCount(1);
      browser.shoot("rooms-pictured");
      assertEquals(hotel, guest.rest().get("/api/rooms/" + room).field("hotel_id"));
    }
  }

  @Test
  void what_is_no_picture_says_why_beside_its_name() {
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = browser.go("/hotel/" + hotel).page();
      page.locator("#add-pictures")
          .setInputFiles(
              new FilePayload(
                  "plan.png", "image/png", "Not a picture".getBytes(StandardCharsets.UTF_8)));
      assertThat(page.locator("#sending .bad")).containsText("plan.png");
      assertThat(page.locator("#sending .bad .why")).not().isEmpty();
      assertThat(browser.part("picture")).hasCount(0);
      browser.faults().removeIf(fault -> fault.contains("415"));
    }
  }

  @Test
  void a_room_gets_a_price_for_some_nights_and_settings_and_is_taken_away() {
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      Page page = browser.go("/hotel/" + hotel).page();
      assertThat(page.locator(".empty")).containsText("The rooms of the hotel will be here");
      browser.part("new-room").click();
      page.locator("[id='nr:number']").fill("7a");
      page.locator("[id='nr:capacity']").fill("2");
      page.locator("[id='nr:price_amount']").fill("so much");
      page.locator("[id='nr:price_currency']").fill("EUR");
      page.locator("[id='nr:go']").click();
      assertThat(page.locator("[id='nr:price_amount-why']")).containsText("Must be an amount");
      page.locator("[id='nr:price_amount']").fill("95,50");
      page.locator("[id='nr:go']").click();
      assertThat(page.locator("#toast")).containsText("Room 7a added");
      browser.part("room").locator("a").click();
      assertThat(browser.part("room-page")).containsText(Pattern.compile(".95\\.50 a night"));
      page.locator("[id='np:from']").fill(Lodging.day(40));
      page.locator("[id='np:to']").fill(Lodging.day(42));
      page.locator("[id='np:amount']").fill("120");
      page.locator("[id='np:add']").click();
      assertThat(browser.part("price")).containsText("120");
      page.locator("[id='np:from']").fill(Lodging.day(41));
      page.locator("[id='np:to']").fill(Lodging.day(43));
      page.locator("[id='np:amount']").fill("130");
      page.locator("[id='np:add']").click();
      assertThat(page.locator("[id='np']")).containsText("nights that another price covers");
      browser.isAccessible().fitsSideways().shoot("room").fitsSideways();
      page.setViewportSize(1440, 900);
      browser.part("price").locator("button").click();
      assertThat(browser.part("price")).hasCount(0);
      browser.part("new-calendar").click();
      page.locator("[id='nc:go']").click();
      assertThat(browser.part("calendar-secret"))
          .hasValue(Pattern.compile("^http.*/api/calendars/.+"));
      page.locator("#new-calendar a.b-primary").click();
      assertThat(browser.part("calendar-link")).hasCount(1);
      page.locator("[id='er:capacity']").fill("3");
      page.locator("[id='er:save']").click();
      assertThat(page.locator("#toast")).containsText("Saved");
      assertThat(browser.part("room-page")).containsText("Sleeps 3");
      browser.part("edit-room").getByText("Delete the room").click();
      assertThat(page.locator("#toast")).containsText("Room 7a deleted");
      page.locator("#toast").getByText("Undo").click();
      assertThat(browser.part("room")).containsText("7a");
    }
  }

  @Test
  void a_room_tells_the_task_that_keeps_it_closed_and_a_booked_one_stays() {
    String room = Lodging.room(hotel);
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("title", "Broken shower");
    task.put("project", Work.project(desk).key());
    task.put("type", "out_of_service");
    task.put("refs", List.of(Map.of("type", "room", "id", room)));
    desk.rest().post("/api/bookings", Lodging.stay(room, 50, 1)).is(201);
    String key = desk.rest().post("/api/tasks", task).is(201).field("key");
    try (Browser browser = Browser.open(Size.PHONE, desk, "ru-RU", ColorScheme.LIGHT)) {
      Page page = browser.go("/room/" + room).page();
      assertThat(browser.part("shut")).containsText(key + " Broken shower");
      assertThat(browser.part("tasks-about")).containsText(key);
      browser.isAccessible().fitsSideways().shoot("room-shut");
      page.setViewportSize(390, 844);
      browser.part("edit-room").getByText("Удалить номер").tap();
      assertThat(page.locator("#toast")).containsText("забронирован");
    }
  }

  @Test
  void who_runs_a_hotel_is_for_administrators_to_say() {
    Person root = People.admin();
    Person other = People.newcomer();
    try (Browser browser = Browser.open(Size.DESK, root)) {
      Page page = browser.go("/hotel/" + hotel).page();
      page.locator("#appoint").selectOption(other.id());
      assertThat(browser.part("managers").locator("li")).hasCount(2);
      browser.part("managers").locator("li button").first().click();
      assertThat(browser.part("managers").locator("li")).hasCount(1);
      page.locator("[id='eh:free_cancel_days']").fill("3");
      page.locator("[id='eh:approval']").check();
      page.locator("[id='eh:save']").click();
      assertThat(browser.part("hotel")).containsText("until 3 days before arrival");
      assertThat(browser.part("hotel")).containsText("looks at each booking first");
      page.locator("[id='eh:time_zone']").fill("Mars/Olympus");
      page.locator("[id='eh:save']").click();
      assertThat(page.locator("[id='eh:time_zone-why']")).not().isEmpty();
      assertThat(page.locator("[id='eh:time_zone']")).hasValue("Mars/Olympus");
      browser.isAccessible().fitsSideways().shoot("hotel-settings");
    }
    try (Browser browser = Browser.open(Size.DESK, other)) {
      browser.go("/hotel/" + hotel);
      assertThat(browser.part("edit-hotel")).hasCount(1);
      assertThat(browser.part("managers")).hasCount(0);
    }
  }
}
