package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExpositionTest {
  @Test
  void logins_are_there_from_the_start_with_exactly_these_labels() {
    Exposition out = new Exposition();
    new Meters().write(out);
    String text = out.toString();
    assertTrue(text.contains("\nauth_registrations_total 0\n"), text);
    assertTrue(text.contains("\nauth_logins_total{status=\"success\"} 0\n"), text);
    assertTrue(text.contains("\nauth_logins_total{status=\"failure\"} 0\n"), text);
  }

  @Test
  void a_histogram_counts_upwards() {
    Durations durations = new Durations();
    durations.observe(0.003);
    durations.observe(0.2);
    durations.observe(60);
    Exposition out = new Exposition();
    durations.write(out, "d", "route", "/tasks/{id}");
    String text = out.toString();
    assertTrue(text.contains("d_bucket{route=\"/tasks/{id}\",le=\"0.005\"} 1\n"), text);
    assertTrue(text.contains("d_bucket{route=\"/tasks/{id}\",le=\"0.25\"} 2\n"), text);
    assertTrue(text.contains("d_bucket{route=\"/tasks/{id}\",le=\"+Inf\"} 3\n"), text);
    assertTrue(text.contains("d_count{route=\"/tasks/{id}\"} 3\n"), text);
  }

  @Test
  void label_values_cannot_break_out() {
    assertEquals(
        "a{b=\"\\\"\\n\\\\\"} 1\n", new Exposition().sample("a", 1, "b", "\"\n\\").toString());
  }
}
