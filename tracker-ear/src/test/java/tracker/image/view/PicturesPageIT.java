package tracker.image.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Waiting;

/** The addresses under which pages send and show pictures: a cookie opens them, within rights. */
class PicturesPageIT {
  private final Person desk = People.named("Clara Desk");
  private final Person guest = People.named("Boris Ivanov");
  private final String hotel = Lodging.hotelOf(desk);

  private static String url(String path) {
    return Product.shared().url() + "/pictures/" + path;
  }

  private static RequestOptions file(String site) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB), "png", out);
    return RequestOptions.create()
        .setHeader("Sec-Fetch-Site", site)
        .setMultipart(
            FormData.create()
                .set("file", new FilePayload("a.png", "image/png", out.toByteArray())));
  }

  @Test
  void who_runs_the_hotel_sends_one_and_every_browser_keeps_it() throws Exception {
    String id;
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      APIResponse sent = browser.page().request().post(url("hotel/" + hotel), file("same-origin"));
      assertEquals(202, sent.status(), sent.text());
      id = sent.text().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
    }
    try (Browser browser = Browser.open(Size.DESK, guest)) {
      APIRequestContext calls = browser.page().request();
      String thumb = url(id + "?size=thumb");
      Waiting.until(
          Duration.ofSeconds(30), () -> calls.get(thumb).status() == 200, () -> "not ready");
      APIResponse shown = calls.get(thumb);
      assertEquals("image/jpeg", shown.headers().get("content-type"));
      assertTrue(
          shown.headers().get("cache-control").contains("immutable"), shown.headers()::toString);
      RequestOptions known =
          RequestOptions.create().setHeader("If-None-Match", shown.headers().get("etag"));
      assertEquals(304, calls.get(thumb, known).status());
      assertEquals(422, calls.get(url(id + "?size=huge")).status());
    }
  }

  @Test
  void others_forged_forms_and_what_is_not_there_are_refused() throws Exception {
    try (Browser browser = Browser.open(Size.DESK, guest)) {
      APIRequestContext calls = browser.page().request();
      assertEquals(403, calls.post(url("hotel/" + hotel), file("same-origin")).status());
      assertEquals(
          404, calls.post(url("hotel/" + UUID.randomUUID()), file("same-origin")).status());
      assertEquals(404, calls.post(url("cellar/" + hotel), file("same-origin")).status());
      assertEquals(404, calls.get(url(UUID.randomUUID().toString())).status());
      assertEquals(404, calls.get(url("nonsense")).status());
    }
    try (Browser browser = Browser.open(Size.DESK, desk)) {
      APIRequestContext calls = browser.page().request();
      assertEquals(403, calls.post(url("hotel/" + hotel), file("cross-site")).status());
    }
    try (Browser browser = Browser.open(Size.DESK)) {
      APIRequestContext calls = browser.page().request();
      RequestOptions there = RequestOptions.create().setMaxRedirects(0);
      APIResponse away = calls.get(url(UUID.randomUUID().toString()), there);
      assertEquals(303, away.status(), "a stranger is asked to sign in");
    }
    assertEquals("0", desk.rest().get("/api/hotels/" + hotel + "/images").field("total"));
  }
}
