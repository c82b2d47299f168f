package tracker.image.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;

/** Pictures of hotels and rooms over REST. */
class ImagesRestIT {
  private static final Person RITA = People.named("Rita Manager");
  private static final String HOTEL = Lodging.hotelOf(RITA);
  private final Rest desk = RITA.rest();
  private final Person anna = People.named("Anna Weber");
  private final String room = Lodging.room(HOTEL);
  private final String list = "/api/rooms/" + room + "/images";

  /** Red on the left, blue on the right. */
  private static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        picture.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  /** A photo that says where it was taken, and that the camera was held on its side. */
  private static byte[] photo() throws IOException {
    byte[] plain = picture("jpeg", 600, 400);
    byte[] said = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(40);
    tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) 6).putShort((short) 0).putInt(0);
    tiff.put("at home".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1});
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) (2 + said.length + 40)).array());
    out.writeBytes(said);
    out.writeBytes(tiff.array());
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Product.shared().url() + path))
            .header("Authorization", "Bearer " + anna.access())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private BufferedImage shown(String id, String size) throws Exception {
    HttpResponse<byte[]> answer = bytes("/api/images/" + id + "?size=" + size);
    assertEquals(200, answer.statusCode());
    assertEquals("image/jpeg", answer.headers().firstValue("Content-Type").orElse(""));
    assertFalse(new String(answer.body(), StandardCharsets.ISO_8859_1).contains("at home"));
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  private String status(String id) {
    for (var one : desk.get(list).is(200).at("/items")) {
      if (one.path("id").asText().equals(id)) {
        return one.path("status").asText();
      }
    }
    return "gone";
  }

  private String added(String name, byte[] content, String becomes) {
    Answer made = desk.upload(list, name, content).is(202);
    String id = made.field("id");
    assertEquals("processing", made.field("status"));
    assertEquals("/api/images/" + id, made.header("Location"));
    Waiting.until(
        Duration.ofSeconds(60), () -> status(id).equals(becomes), () -> "It is " + status(id));
    return id;
  }

  @Test
  void a_photo_is_turned_upright_made_small_and_tells_nothing() throws Exception {
    String id = added("Номер.jpg", photo(), "ready");
    BufferedImage original = shown(id, "original");
    assertEquals(List.of(400, 600), List.of(original.getWidth(), original.getHeight()));
    // what was left is on top now
    assertTrue(new Color(original.getRGB(200, 50)).getRed() > 200);
    assertTrue(new Color(original.getRGB(200, 550)).getBlue() > 200);
    BufferedImage thumb = shown(id, "thumb");
    assertEquals(320, thumb.getHeight());
    assertEquals(600, shown(id, "medium").getHeight());
    HttpResponse<byte[]> answer = bytes("/api/images/" + id + "?size=thumb");
    assertTrue(
        answer.headers().firstValue("Cache-Control").orElse("").contains("immutable"),
        answer.headers()::toString);
    String tag = answer.headers().firstValue("ETag").orElse("");
    anna.rest().with("If-None-Match", tag).get("/api/images/" + id + "?size=thumb").is(304);
    anna.rest()
        .get("/api/images/" + id + "?size=huge")
        .refuses(422, "VALIDATION_ERROR")
        .names("size");
  }

  @Test
  void pictures_have_an_order_and_come_back_from_the_trash() throws Exception {
    String first = added("a.png", picture("png", 20, 20), "ready");
    String second = added("b.png", picture("png", 1500, 20), "ready");
    assertEquals(first, anna.rest().get(list).at("/items/0/id").asText());
    assertEquals(1280, shown(second, "medium").getWidth());
    Answer moved = desk.patch("/api/images/" + second, Map.of("place", -1)).is(200);
    assertEquals(second, anna.rest().get(list).at("/items/0/id").asText());
    desk.post("/api/operations/" + moved.header("X-Operation-Id") + "/undo", null).is(200);
    assertEquals(first, anna.rest().get(list).at("/items/0/id").asText());
    Answer deleted = desk.delete("/api/images/" + first).is(204);
    anna.rest().get("/api/images/" + first).refuses(404, "IMAGE_NOT_FOUND");
    desk.post("/api/operations/" + deleted.header("X-Operation-Id") + "/undo", null).is(200);
    assertEquals(20, shown(first, "original").getWidth());
  }

  @Test
  void only_pictures_of_a_fair_size_are_taken() throws Exception {
    desk.upload(list, "a.png", "no picture".getBytes(StandardCharsets.UTF_8))
        .refuses(415, "NOT_A_PICTURE");
    byte[] large = new byte[11 << 20];
    new Random(1).nextBytes(large);
    System.arraycopy(picture("png", 2, 2), 0, large, 0, 60);
    desk.upload(list, "large.png", large).refuses(413, "FILE_TOO_LARGE");
    byte[] bomb = picture("png", 2, 1);
    // the width in the header of the file, from byte 16 on: 1.8 billion pixels
    bomb[16] = 0x6f;
    String id = added("bomb.png", bomb, "failed");
    anna.rest().get("/api/images/" + id).refuses(404, "IMAGE_FAILED");
    assertEquals(0, anna.rest().get("/api/hotels/" + HOTEL + "/images").at("/total").asInt());
  }

  @Test
  void who_runs_the_hotel_looks_after_its_pictures() throws Exception {
    byte[] small = picture("png", 2, 2);
    anna.rest().upload(list, "a.png", small).refuses(403, "FORBIDDEN");
    String elsewhere = "/api/rooms/" + Lodging.room(Lodging.hotel(Map.of())) + "/images";
    desk.upload(elsewhere, "a.png", small).refuses(403, "FORBIDDEN");
    String id = People.admin().rest().upload(list, "a.png", small).is(202).field("id");
    anna.rest().patch("/api/images/" + id, Map.of("place", 3)).refuses(403, "FORBIDDEN");
    anna.rest().delete("/api/images/" + id).refuses(403, "FORBIDDEN");
    desk.patch("/api/images/" + id, Map.of("place", 30_000))
        .refuses(422, "VALIDATION_ERROR")
        .names("place");
    desk.delete("/api/images/" + id).is(204);
    Answer hotel = desk.upload("/api/hotels/" + HOTEL + "/images", "h.png", small).is(202);
    desk.delete("/api/images/" + hotel.field("id")).is(204);
  }
}
