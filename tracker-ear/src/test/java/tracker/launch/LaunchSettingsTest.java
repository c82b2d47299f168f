package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.shared.Settings;

class LaunchSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql://vera:w%40rd@db.example:5433/house, db.example:5433/house, vera, w@rd",
    "postgres://vera:word@db.example/house, db.example:5432/house, vera, word",
    "jdbc:postgresql://db.example:5433/house?user=vera&password=w%26rd, db.example:5433/house, vera, w&rd",
    "postgresql://db.example/house, db.example:5432/house, gerask, other",
  })
  void a_database_is_found_in_each_form_of_url(
      String url, String place, String user, String password) {
    DatabaseAddress address =
        DatabaseAddress.outside(settings(Map.of("DATABASE_URL", url, "DB_PASSWORD", "other")));
    assertTrue(address != null);
    assertEquals(place, address.place());
    assertEquals(user, address.user());
    assertEquals(password, address.password());
  }

  @Test
  void other_parameters_of_the_url_reach_the_driver() {
    DatabaseAddress address =
        DatabaseAddress.outside(
            settings(Map.of("DATABASE_URL", "postgresql://a:b@db/house?sslmode=require")));
    assertTrue(address != null && address.url().endsWith("&sslmode=require"));
  }

  @Test
  void a_pooler_is_asked_for_calls_and_the_database_itself_for_sessions() {
    DatabaseAddress address =
        DatabaseAddress.outside(
            settings(
                Map.of(
                    "DATABASE_URL", "postgresql://a:b@db.example/tasks?sslmode=require",
                    "DB_POOLER", "pooler.example:6432")));
    assertTrue(address != null);
    assertTrue(address.url().startsWith("jdbc:postgresql://db.example:5432/tasks?"), address.url());
    assertTrue(
        address.pool().startsWith("jdbc:postgresql://pooler.example:6432/tasks?"), address.pool());
    assertTrue(address.pool().endsWith("&sslmode=require&prepareThreshold=0"), address.pool());
  }

  @Test
  void a_pooler_before_no_database_is_refused() {
    Refusal wrong = assertThrows(Refusal.class, () -> read(Map.of("DB_POOLER", "pooler:6432")));
    assertTrue(String.valueOf(wrong.getMessage()).contains("DB_HOST"), wrong::getMessage);
  }

  @Test
  void without_a_name_of_a_database_there_is_none_outside() {
    assertNull(read(Map.of()).outside());
  }

  @ParameterizedTest
  @CsvSource({"/, ''", "tracker, /tracker", "/tracker/, /tracker", "/a/b, /a/b"})
  void a_root_path_is_brought_into_one_form(String given, String path) {
    LaunchSettings settings = read(Map.of("ROOT_PATH", given, "PORT", "8107"));
    assertEquals(path, settings.rootPath());
    assertEquals("http://localhost:8107" + path, settings.publicUrl());
    assertEquals("http://127.0.0.1:8107" + path + "/health/ready", settings.readyUrl());
  }

  @Test
  void a_default_secret_against_an_outside_database_is_refused_unless_debugging() {
    Map<String, String> given =
        Map.of("DB_HOST", "db", "DB_PASSWORD", "a word of our own", "SECRET_KEY", "change-me-now");
    assertThrows(Refusal.class, () -> read(given));
    Map<String, String> debugging =
        Map.of("DB_HOST", "db", "DB_PASSWORD", "change-me", "DEBUG", "true");
    assertTrue(read(debugging).outside() != null);
  }

  @Test
  void an_unknown_property_is_refused_by_its_name() {
    Environment environment = new Environment(Map.of("tracker.speed", "1"), Map.of());
    Refusal refusal = assertThrows(Refusal.class, () -> LaunchSettings.read(environment));
    assertTrue(String.valueOf(refusal.getMessage()).contains("tracker.speed"));
  }

  @Test
  void a_property_wins_over_the_environment() {
    Environment environment =
        new Environment(Map.of("tracker.port", "8101"), Map.of("TRACKER_PORT", "8102"));
    assertEquals(8101, LaunchSettings.read(environment).port());
  }

  @Test
  void a_settings_file_has_a_name_and_a_value_in_a_line(@TempDir Path directory)
      throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("env"), "# about\n\nPORT=8103\nexport DB_NAME=\"a=b c\"\nEMPTY=\n");
    assertEquals(Map.of("PORT", "8103", "DB_NAME", "a=b c", "EMPTY", ""), Environment.read(file));
  }

  private static Settings settings(Map<String, String> variables) {
    return new Environment(Map.of(), variables).settings();
  }

  private static LaunchSettings read(Map<String, String> variables) {
    return LaunchSettings.read(new Environment(Map.of(), variables));
  }
}
