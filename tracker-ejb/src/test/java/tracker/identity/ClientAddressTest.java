package tracker.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import tracker.shared.Settings;

class ClientAddressTest {
  private final ClientAddress behind = new ClientAddress(List.of("10.0.0.0/8", "::1", "192.0.2.7"));

  @Test
  void without_trusted_proxies_the_header_is_not_believed() {
    assertEquals("10.1.1.1", new ClientAddress(List.of()).of("10.1.1.1", List.of("203.0.113.5")));
  }

  @Test
  void a_trusted_proxy_speaks_for_its_client() {
    assertEquals("203.0.113.5", behind.of("10.1.1.1", List.of("203.0.113.5")));
    assertEquals("203.0.113.5", behind.of("0:0:0:0:0:0:0:1", List.of("203.0.113.5")));
  }

  @Test
  void what_the_client_itself_put_in_front_is_not_believed() {
    assertEquals("203.0.113.5", behind.of("10.1.1.1", List.of("8.8.8.8, 203.0.113.5, 10.2.2.2")));
    assertEquals("203.0.113.5", behind.of("10.1.1.1", List.of("8.8.8.8", "203.0.113.5")));
  }

  @Test
  void a_stranger_cannot_speak_for_anybody() {
    assertEquals("203.0.113.9", behind.of("203.0.113.9", List.of("8.8.8.8")));
  }

  @Test
  void nonsense_in_the_header_ends_at_the_last_known_hop() {
    assertEquals("10.1.1.1", behind.of("10.1.1.1", List.of("unknown")));
    assertEquals("10.2.2.2", behind.of("10.1.1.1", List.of("evil.example, 10.2.2.2")));
    assertEquals("10.1.1.1", behind.of("10.1.1.1", List.of("")));
  }

  @Test
  void ports_and_brackets_are_taken_off() {
    assertEquals("203.0.113.5", behind.of("10.1.1.1", List.of("203.0.113.5:4711")));
    assertEquals("2001:db8:0:0:0:0:0:1", behind.of("10.1.1.1", List.of("[2001:db8::1]:4711")));
  }

  @Test
  void a_proxy_that_is_no_address_stops_the_start() {
    assertThrows(Settings.Wrong.class, () -> new ClientAddress(List.of("proxy.local")));
    assertThrows(Settings.Wrong.class, () -> new ClientAddress(List.of("10.0.0.0/64")));
    assertThrows(Settings.Wrong.class, () -> new ClientAddress(List.of("10.0.0.0/x")));
  }
}
