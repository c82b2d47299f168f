package tracker.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Ids;

/** E-mail to a real mail server, with TLS and without. */
class MailRouteTest {
  private static final Message.Mail LETTER =
      new Message.Mail(
          "anna@there.example",
          "Задача NEVA-1 готова",
          "Привет,\nготово.\n.\nконец",
          null,
          Map.of());
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private final UUID event = Ids.next();
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private @Nullable MailServer server;

  private MailServer started(MailServer one) {
    server = one;
    return one;
  }

  @AfterEach
  void stop() {
    watch.shutdownNow();
    if (server != null) {
      server.close();
    }
  }

  private MailRoute route(MailServer to, @Nullable String username) {
    return route(to.port(), username, Delivery.LONGEST_TRY);
  }

  private MailRoute route(int port, @Nullable String username, Duration longest) {
    return new MailRoute(
        new NotifySettings(
            true,
            new NotifySettings.Server(
                "localhost", port, username, username == null ? null : "hidden password"),
            "Gerask <gerask@here.example>",
            Set.of(),
            List.of()),
        watch,
        longest);
  }

  @Test
  void a_letter_arrives_over_tls_where_the_server_offers_it() throws Exception {
    MailServer to = started(MailServer.withTls());
    route(to, null).send(LETTER, event, NOW);
    MimeMessage got =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(to.received()));
    assertEquals("Задача NEVA-1 готова", got.getSubject());
    assertEquals(
        "Привет,\nготово.\n.\nконец", got.getContent().toString().replace("\r\n", "\n").strip());
    assertEquals("<" + event + "@here.example>", got.getMessageID());
    assertEquals("Gerask <gerask@here.example>", got.getFrom()[0].toString());
    assertEquals("anna@there.example", got.getAllRecipients()[0].toString());
    assertEquals("auto-generated", got.getHeader("Auto-Submitted", null));
    assertEquals(NOW, got.getSentDate().toInstant());
    assertEquals(1, to.upgrades());
  }

  @Test
  void a_letter_arrives_at_a_server_that_knows_no_tls() throws Exception {
    MailServer to = started(MailServer.plain());
    route(to, null).send(LETTER, event, NOW);
    assertTrue(to.received().length > 0);
    assertEquals(0, to.upgrades());
  }

  @Test
  void a_password_never_goes_to_a_server_that_cannot_prove_itself() {
    MailServer unproved = started(MailServer.withTls());
    assertThrows(Undelivered.class, () -> route(unproved, "gerask").send(LETTER, event, NOW));
    assertFalse(unproved.wasAskedToSignIn());
    unproved.close();
    MailServer plain = started(MailServer.plain());
    assertThrows(Undelivered.class, () -> route(plain, "gerask").send(LETTER, event, NOW));
    assertFalse(plain.wasAskedToSignIn());
    assertNull(plain.nothing());
  }

  @Test
  void a_refusal_is_told_without_the_address() {
    MailServer to = started(MailServer.refusing());
    Undelivered refused =
        assertThrows(Undelivered.class, () -> route(to, null).send(LETTER, event, NOW));
    assertEquals("The mail server refused the message", refused.told());
    assertFalse(refused.isForGood());
  }

  @Test
  void a_server_that_is_not_there_is_a_failure_that_may_pass() {
    MailServer to = started(MailServer.plain());
    MailRoute route = route(to, null);
    to.close();
    Undelivered failed = assertThrows(Undelivered.class, () -> route.send(LETTER, event, NOW));
    assertEquals("The mail server did not take the message", failed.told());
    assertFalse(failed.isForGood());
  }

  /** Each of its steps is in time; all together they never end. */
  @ParameterizedTest
  @ValueSource(strings = {"hello", "EHLO", "RCPT", "."})
  void a_server_that_says_a_little_at_a_time_is_cut_off(String step) throws Exception {
    try (DrippingMailServer to = new DrippingMailServer(step)) {
      MailRoute route = route(to.port(), null, Duration.ofMillis(700));
      Undelivered failed =
          assertTimeoutPreemptively(
              Duration.ofSeconds(5),
              () -> assertThrows(Undelivered.class, () -> route.send(LETTER, event, NOW)));
      assertEquals("The mail server did not take the message", failed.told());
      assertFalse(failed.isForGood());
      assertTrue(to.said() > 2, "it was cut off before it began to drip");
    }
  }

  @Test
  void a_try_ends_long_before_another_node_takes_the_message() {
    assertTrue(Delivery.LONGEST_TRY.multipliedBy(2).compareTo(Outbox.LEASE) < 0);
  }

  @Test
  void a_letter_that_was_taken_is_not_sent_again_for_want_of_a_good_bye() throws Exception {
    try (DrippingMailServer to = new DrippingMailServer("QUIT")) {
      MailRoute route = route(to.port(), null, Delivery.LONGEST_TRY);
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> route.send(LETTER, event, NOW));
    }
  }

  @Test
  void without_a_server_the_log_tells_the_subject_and_no_address() throws Exception {
    BlockingQueue<LogRecord> told = new LinkedBlockingQueue<>();
    Logger log = Logger.getLogger(MailRoute.class.getName());
    Handler noting =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            told.add(line);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    log.addHandler(noting);
    try {
      new MailRoute(
              new NotifySettings(true, null, "a@b.example", Set.of(), List.of()),
              watch,
              Delivery.LONGEST_TRY)
          .send(
              new Message.Mail(
                  "anna@there.example", "For anna@there.example: x", "secret", null, Map.of()),
              event,
              NOW);
    } finally {
      log.removeHandler(noting);
    }
    LogRecord line = told.remove();
    String text = java.text.MessageFormat.format(line.getMessage(), line.getParameters());
    assertEquals("E-mail " + event + " (emulated, there is no SMTP_HOST): For … x", text);
  }
}
