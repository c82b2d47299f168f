package tracker.attachment.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Files over REST: hung on a task, listed, given out whole and in parts, taken away and back. */
class AttachmentsRestIT {
  private final Person anna = People.named("Anna Weber");
  private final Person boris = People.named("Boris Lund");
  private final Person stranger = People.named("Olga Strand");
  private final Project project = Work.project(anna);
  private final String task = Work.task(anna, project, "With files").field("key");
  private final String list = "/api/tasks/" + task + "/attachments";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] picture() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer hello() {
    return anna.rest().upload(list, "Отчёт.txt", bytes("Hello")).is(201);
  }

  @Test
  void a_file_is_hung_on_a_task_and_comes_back_byte_for_byte() {
    Answer made = hello();
    assertEquals("Отчёт.txt", made.field("name"));
    assertEquals("5", made.field("size"));
    assertEquals("text/plain", made.field("content_type"));
    assertEquals(
        "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969", made.field("sha256"));
    assertEquals("/uploads/" + made.field("id"), made.field("url"));
    String at = "/api/attachments/" + made.field("id");
    assertTrue(made.header("Location").endsWith(at));
    for (String path : List.of(at, "/api" + made.field("url"), made.field("url"))) {
      Answer read = anna.rest().get(path).is(200);
      assertEquals("Hello", read.text());
      assertEquals("text/plain", read.header("Content-Type"));
      assertEquals("5", read.header("Content-Length"));
      assertEquals("nosniff", read.header("X-Content-Type-Options"));
      assertEquals(
          "attachment; filename=\"_____.txt\"; filename*=UTF-8''%D0%9E%D1%82%D1%87%D1%91%D1%82.txt",
          read.header("Content-Disposition"));
    }
    Answer listed = anna.rest().get(list).is(200);
    assertEquals("1", listed.field("total"));
    assertEquals(made.json(), listed.at("/items/0"));
  }

  @Test
  void a_part_is_given_and_what_is_known_is_not_sent_again() {
    String at = "/api/attachments/" + hello().field("id");
    Answer part = anna.rest().with("Range", "bytes=1-3").get(at).is(206);
    assertEquals("ell", part.text());
    assertEquals("bytes 1-3/5", part.header("Content-Range"));
    assertEquals("lo", anna.rest().with("Range", "bytes=-2").get(at).is(206).text());
    anna.rest().with("Range", "bytes=5-").get(at).refuses(416, "RANGE_NOT_SATISFIABLE");
    String tag = part.header("ETag");
    assertEquals("", anna.rest().with("If-None-Match", tag).get(at).is(304).text());
    Rest resumed = anna.rest().with("Range", "bytes=3-");
    assertEquals("lo", resumed.with("If-Range", tag).get(at).is(206).text());
    assertEquals("Hello", resumed.with("If-Range", "\"another\"").get(at).is(200).text());
  }

  @Test
  void who_does_not_see_the_task_finds_no_file_and_who_only_sees_it_adds_none() {
    String id = hello().field("id");
    String at = "/api/attachments/" + id;
    stranger.rest().get(at).refuses(404, "ATTACHMENT_NOT_FOUND");
    stranger.rest().get("/uploads/" + id).refuses(404, "ATTACHMENT_NOT_FOUND");
    stranger.rest().get("/uploads/" + id + "/preview").refuses(404, "ATTACHMENT_NOT_FOUND");
    stranger.rest().delete(at).refuses(404, "ATTACHMENT_NOT_FOUND");
    stranger.rest().get(list).refuses(404, "TASK_NOT_FOUND");
    stranger.rest().upload(list, "a.txt", bytes("a")).refuses(404, "TASK_NOT_FOUND");
    for (String path : List.of(at, "/api/uploads/" + id, "/uploads/" + id)) {
      Rest.stranger().get(path).refuses(401, "UNAUTHENTICATED");
    }
    Rest.stranger().upload(list, "a.txt", bytes("a")).refuses(401, "UNAUTHENTICATED");
    Work.join(anna, project, boris, "viewer");
    assertEquals("Hello", boris.rest().get(at).is(200).text());
    boris.rest().upload(list, "a.txt", bytes("a")).refuses(403, "FORBIDDEN");
    boris.rest().delete(at).refuses(403, "FORBIDDEN");
    Work.join(anna, project, boris, "member");
    boris.rest().delete(at).refuses(403, "FORBIDDEN");
    String own = boris.rest().upload(list, "b.txt", bytes("b")).is(201).field("id");
    anna.rest().delete("/api/attachments/" + own).is(204);
    anna.rest().get("/api/attachments/no-id").refuses(404, "ATTACHMENT_NOT_FOUND");
  }

  @Test
  void a_deleted_file_is_gone_and_undo_brings_it_back() {
    String at = "/api/attachments/" + hello().field("id");
    Answer gone = anna.rest().delete(at).is(204);
    anna.rest().get(at).refuses(404, "ATTACHMENT_NOT_FOUND");
    assertEquals("0", anna.rest().get(list).field("total"));
    anna.rest().delete(at).refuses(404, "ATTACHMENT_NOT_FOUND");
    String undo = "/api/operations/" + gone.header("X-Operation-Id") + "/undo";
    assertEquals("1", anna.rest().post(undo, null).is(200).field("undone"));
    assertEquals("Hello", anna.rest().get(at).is(200).text());
  }

  @Test
  void the_trash_of_a_task_shows_each_what_they_may_bring_back() {
    Work.join(anna, project, boris, "member");
    Answer annas = hello();
    Answer boriss = boris.rest().upload(list, "b.txt", bytes("of Boris")).is(201);
    anna.rest().delete("/api/attachments/" + annas.field("id")).is(204);
    boris.rest().delete("/api/attachments/" + boriss.field("id")).is(204);
    String trash = list + "?deleted=true";
    assertEquals(2, anna.rest().get(trash).is(200).at("/total").asInt());
    Answer own = boris.rest().get(trash).is(200);
    assertEquals(1, own.at("/total").asInt());
    assertEquals("b.txt", own.at("/items/0/name").asText());
    assertTrue(own.at("/items/0/deleted_at").isTextual(), own::toString);
    stranger.rest().get(trash).refuses(404, "TASK_NOT_FOUND");
    anna.rest().get(list + "?deleted=perhaps").refuses(422, "VALIDATION_ERROR");
    String foreign = "/api/attachments/" + annas.field("id") + "/restore";
    boris.rest().post(foreign, null).refuses(404, "ATTACHMENT_NOT_FOUND");
    stranger.rest().post(foreign, null).refuses(404, "ATTACHMENT_NOT_FOUND");
    anna.rest().post(foreign, null).is(200);
    anna.rest().post(foreign, null).is(200);
    Work.join(anna, project, boris, "viewer");
    boris.rest().get(trash).refuses(403, "FORBIDDEN");
    boris.rest().post(foreign, null).refuses(403, "FORBIDDEN");
    assertEquals(1, anna.rest().get(list).is(200).at("/total").asInt());
  }

  @Test
  void the_history_of_the_task_tells_what_happened_to_its_files() {
    Answer made = hello();
    anna.rest().delete("/api/attachments/" + made.field("id")).is(204);
    Answer history = anna.rest().get("/api/tasks/" + task + "/history").is(200);
    assertEquals(3, history.at("/total").asInt());
    assertEquals("attachment", history.at("/items/0/entity").asText());
    assertEquals("deleted", history.at("/items/0/field").asText());
    assertEquals("created", history.at("/items/1/field").asText());
    assertEquals(made.field("name"), history.at("/items/1/new/name").asText());
    assertEquals("task", history.at("/items/2/entity").asText());
  }

  @Test
  void what_is_no_file_of_ours_is_refused_and_leaves_nothing() throws Exception {
    long before = stored();
    byte[] program = bytes("MZ\u0090\u0000 a program");
    anna.rest().upload(list, "photo.png", program).refuses(415, "FILE_TYPE_REFUSED");
    byte[] large = new byte[(50 << 20) + 1];
    anna.rest().upload(list, "large.txt", large).refuses(413, "FILE_TOO_LARGE");
    Rest multipart = anna.rest().with("Content-Type", "multipart/form-data; boundary=b");
    multipart.post(list, "--b--\r\n").refuses(422, "VALIDATION_ERROR").names("file");
    multipart.post(list, "no multipart").refuses(422, "VALIDATION_ERROR").names("file");
    String half = "--b\r\nContent-Disposition: form-data; name=file; filename=a.txt\r\n\r\nhalf";
    multipart.post(list, half).refuses(400, "UNREADABLE_BODY");
    anna.rest().post(list, Map.of("file", "text")).refuses(415, "UNSUPPORTED_MEDIA_TYPE");
    assertEquals("0", anna.rest().get(list).field("total"));
    assertEquals(before, stored());
  }

  private static long stored() throws IOException {
    Path uploads = Product.shared().data().resolve("uploads");
    if (!Files.isDirectory(uploads)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(uploads)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void a_picture_gets_a_small_one_from_a_job() throws Exception {
    Answer made = anna.rest().upload(list, "plan.png", picture()).is(201);
    assertEquals("image/png", made.field("content_type"));
    Waiting.until(
        Duration.ofSeconds(60),
        () -> !anna.rest().get(list).at("/items/0/preview_url").isNull(),
        () -> "No preview: " + anna.rest().get(list));
    String preview = anna.rest().get(list).at("/items/0/preview_url").asText();
    Answer small = anna.rest().get(preview).is(200);
    assertEquals("image/jpeg", small.header("Content-Type"));
    assertTrue(Integer.parseInt(small.header("Content-Length")) > 100);
    Answer text = hello();
    anna.rest()
        .get("/uploads/" + text.field("id") + "/preview")
        .refuses(404, "ATTACHMENT_NOT_FOUND");
  }

  @Test
  void the_same_call_with_one_key_hangs_one_file() {
    Rest once = anna.rest().with("Idempotency-Key", "upload-" + task);
    Answer first = once.upload(list, "once.txt", bytes("once")).is(201);
    Answer again = once.upload(list, "once.txt", bytes("once")).is(201);
    assertEquals("true", again.header("Idempotency-Replayed"));
    assertEquals(first.field("id"), again.field("id"));
    once.upload(list, "once.txt", bytes("ecno")).refuses(422, "IDEMPOTENCY_KEY_REUSED");
    assertEquals("1", anna.rest().get(list).field("total"));
  }

  @Test
  void the_trash_keeps_files_readable_and_takes_no_new_ones() {
    String at = "/api/attachments/" + hello().field("id");
    anna.rest().delete("/api/tasks/" + task).is(204);
    assertEquals("Hello", anna.rest().get(at).is(200).text());
    anna.rest().upload(list, "late.txt", bytes("late")).refuses(403, "FORBIDDEN");
  }
}
