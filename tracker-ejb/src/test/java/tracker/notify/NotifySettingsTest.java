package tracker.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tracker.shared.Settings;

/** What operators set for messages. */
class NotifySettingsTest {
  private static NotifySettings of(Map<String, String> set) {
    return NotifySettings.read(new Settings(set::get));
  }

  @Test
  void without_any_setting_mail_is_logged_and_three_more_tries_are_made() {
    NotifySettings usual = of(Map.of());
    assertTrue(usual.works());
    assertNull(usual.server());
    assertEquals("gerask@localhost", usual.from());
    assertEquals(Set.of(), usual.allowed());
    assertEquals(
        List.of(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(300)),
        usual.gaps());
  }

  @Test
  void what_is_set_is_read() {
    NotifySettings set =
        of(
            Map.of(
                "ROLE", "web",
                "SMTP_HOST", "mail.example",
                "SMTP_USERNAME", "gerask",
                "SMTP_PASSWORD", "secret",
                "PUBLIC_URL", "https://work.example/gerask",
                "WEBHOOK_ALLOWED_TARGETS", "Localhost:9000, hooks:80",
                "NOTIFY_RETRY_SECONDS", "1, 2"));
    assertFalse(set.works());
    assertEquals(new NotifySettings.Server("mail.example", 587, "gerask", "secret"), set.server());
    assertEquals("mail.example:587", String.valueOf(set.server()));
    assertEquals("gerask@work.example", set.from());
    assertEquals(Set.of("localhost:9000", "hooks:80"), set.allowed());
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), set.gaps());
  }

  @Test
  void gaps_that_are_no_seconds_are_refused_in_one_sentence() {
    Settings.Wrong wrong =
        assertThrows(Settings.Wrong.class, () -> of(Map.of("NOTIFY_RETRY_SECONDS", "soon, later")));
    assertTrue(String.valueOf(wrong.getMessage()).startsWith("NOTIFY_RETRY_SECONDS must be"));
  }
}
