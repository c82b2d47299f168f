package tracker.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tracker.shared.Settings;

class IdentitySettingsTest {
  @Test
  void names_and_defaults_are_a_promise() {
    Set<String> asked = new TreeSet<>();
    IdentitySettings usual =
        IdentitySettings.read(
            new Settings(
                name -> {
                  asked.add(name);
                  return null;
                }));
    asked.removeIf(name -> name.startsWith("tracker.") || name.startsWith("mp.jwt."));
    Set<String> names = new TreeSet<>(IdentitySettings.NAMES);
    names.add("ADMIN_PASSWORD_FILE");
    assertEquals(names, asked);
    assertTrue(usual.registrationEnabled());
    assertNull(usual.adminEmail());
    assertNull(usual.adminPassword());
    assertEquals(Path.of(".data/keys"), usual.keys());
    assertNull(usual.privateKeyFile());
    assertNull(usual.publicKeyFile());
    assertEquals(Duration.ofMinutes(15), usual.accessLife());
    assertEquals(Duration.ofDays(30), usual.sessionLife());
    assertEquals("gerask", usual.issuer());
    assertEquals(List.of("gerask"), usual.audiences());
    assertEquals(Duration.ZERO, usual.skew());
    assertEquals(List.of(), usual.trustedProxies());
    assertNull(usual.publicUrl());
  }

  @Test
  void another_algorithm_than_rs256_stops_the_start() {
    assertThrows(
        Settings.Wrong.class, () -> GivenSettings.in(Path.of("."), "JWT_ALGORITHM", "HS256"));
  }

  @Test
  void a_life_that_is_no_number_stops_the_start() {
    assertThrows(
        Settings.Wrong.class,
        () -> GivenSettings.in(Path.of("."), "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "soon"));
  }
}
