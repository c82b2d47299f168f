package tracker.inbox.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Database;
import tracker.harness.Mailbox;
import tracker.harness.Mailbox.Letter;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;
import tracker.harness.Waiting;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The mails of notices, as a real mail server gets them. */
class InboxMailIT {
  private static final Pattern MUTE = Pattern.compile("https?://\\S+/mute/[\\w-]+");
  private final Person mira = People.named("Mira Boss");
  private final Person anna = People.newcomer();
  private final Project project = Work.project(mira);

  private String tasked(String title) {
    Work.join(mira, project, anna, "member");
    return Work.task(mira, project, title, Map.of("assignee_id", anna.id())).field("key");
  }

  private Letter letter(String task) {
    return Mailbox.of(anna).next(one -> one.text().contains(task));
  }

  private static String token(String text, int which) {
    Matcher links = MUTE.matcher(text);
    for (int i = 0; i <= which; i++) {
      assertTrue(links.find(), text);
    }
    return links.group().replaceFirst(".*/mute/", "");
  }

  private static Rest mailProgram() {
    return Rest.stranger().with("Content-Type", "application/x-www-form-urlencoded");
  }

  @Test
  void a_mail_says_what_happened_in_text_and_html_and_why_it_came() {
    String task = tasked("<b>Paper</b> & ink");
    mira.rest()
        .post("/api/tasks/" + task + "/comments", Map.of("body", "Look <i>here</i>"))
        .is(201);
    Letter letter = letter(task);
    assertEquals("[" + task + "] <b>Paper</b> & ink", letter.subject());
    assertTrue(letter.text().contains("Mira Boss: created the task"), letter.text());
    assertTrue(letter.text().contains("/task/" + task), letter.text());
    assertTrue(letter.text().contains("You get this because you are assigned."), letter.text());
    String html = letter.html();
    assertNotNull(html);
    assertTrue(html.contains("&lt;b&gt;Paper&lt;/b&gt; &amp; ink"), html);
    assertTrue(html.contains("lang=\"en\""), html);
    assertEquals("List-Unsubscribe=One-Click", letter.header("List-Unsubscribe-Post"));
    assertEquals("auto-generated", letter.header("Auto-Submitted"));
    assertTrue(letter.header("References").startsWith("<task-"));
    if (!letter.text().contains("Look <i>here</i>")) {
      letter = letter(task);
    }
    assertTrue(letter.text().contains("> Look <i>here</i>"), letter.text());
  }

  @Test
  void a_mail_speaks_the_language_and_the_time_of_its_reader() {
    anna.rest()
        .patch("/api/auth/me", Map.of("locale", "ru", "time_zone", "Asia/Vladivostok"))
        .is(200);
    String task = tasked("Принтер");
    Letter letter = letter(task);
    assertTrue(letter.text().contains("Mira Boss: новая задача"), letter.text());
    assertTrue(letter.text().contains("потому что вы исполнитель."), letter.text());
    String html = letter.html();
    assertTrue(html != null && html.contains("lang=\"ru\""), html);
  }

  @Test
  void the_links_of_a_mail_mute_the_task_or_the_reason_without_signing_in() {
    String task = tasked("Mute me");
    Letter letter = letter(task);
    String ofTask = token(letter.text(), 0);
    mailProgram().post("/api/inbox/mute/" + ofTask, null).is(200);
    assertTrue(anna.rest().get("/api/tasks/" + task + "/watchers/me").at("/muted").asBoolean());
    String ofReason = token(letter.text(), 1);
    mailProgram().post("/api/inbox/mute/" + ofReason, null).is(200);
    assertEquals(
        "assigned", anna.rest().get("/api/inbox/settings").at("/muted_reasons/0").asText());
    String header = letter.header("List-Unsubscribe");
    String path = URI.create(header.substring(1, header.length() - 1)).getPath();
    mailProgram().post(path, null).is(200);
    assertEquals("none", anna.rest().get("/api/inbox/settings").field("mail"));
    String forged = (ofTask.charAt(0) == 'A' ? "B" : "A") + ofTask.substring(1);
    mailProgram().post("/api/inbox/mute/" + forged, null).refuses(404, "MUTE_LINK_NOT_FOUND");
    String cut = ofTask.substring(0, ofTask.length() - 4);
    mailProgram().post("/api/inbox/mute/" + cut, null).refuses(404, "MUTE_LINK_NOT_FOUND");
  }

  private void told(int many) {
    Waiting.until(
        Duration.ofSeconds(20),
        () -> anna.rest().get("/api/inbox").at("/total").asInt() == many,
        () -> anna.rest().get("/api/inbox").text());
  }

  @Test
  void a_daily_mail_gathers_what_came_and_who_wants_none_gets_none() throws Exception {
    anna.rest().patch("/api/inbox/settings", Map.of("mail", "daily")).is(200);
    String first = tasked("First");
    String second = tasked("Second");
    told(2);
    assertEquals(0, Mailbox.of(anna).waiting());
    // the hour that was chosen has come
    try (Connection database = Database.shared().connect();
        PreparedStatement due =
            database.prepareStatement(
                "update inbox.choice set next_daily = now() where account_id = ?")) {
      due.setObject(1, UUID.fromString(anna.id()));
      assertEquals(1, due.executeUpdate());
    }
    Letter letter = letter(first);
    assertEquals("Your day: 2 notices", letter.subject());
    assertTrue(letter.text().contains(second), letter.text());
    anna.rest().patch("/api/inbox/settings", Map.of("mail", "none")).is(200);
    tasked("Third");
    told(3);
    anna.rest().patch("/api/inbox/settings", Map.of("mail", "now", "muted_reasons", List.of()));
    String fourth = tasked("Fourth");
    Letter next = Mailbox.of(anna).next(one -> true);
    assertTrue(next.text().contains(fourth), next.text());
    assertTrue(!next.text().contains("Third"), next.text());
  }

  @Test
  void what_was_read_meanwhile_is_not_mailed() {
    String task = tasked("Read at once");
    Waiting.until(
        Duration.ofSeconds(20),
        () -> anna.rest().post("/api/inbox/read-all", Map.of()).field("read").equals("1"),
        () -> "Nothing was told");
    String later = tasked("Not read");
    Letter letter = Mailbox.of(anna).next(one -> true);
    assertTrue(letter.text().contains(later), letter.text());
    assertTrue(!letter.text().contains(task + " "), letter.text());
  }
}
