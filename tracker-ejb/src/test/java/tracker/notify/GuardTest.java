package tracker.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses people may have called. */
class GuardTest {
  private final Guard guard = new Guard(Set.of("localhost:9000", "[::1]:9001", "::1:9001"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.9", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
        "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1",
        "3fff::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1"
      })
  void an_address_that_is_not_of_the_public_internet_is_refused(String address) throws Exception {
    assertFalse(Guard.isPublic(InetAddress.getByName(address)), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.1.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1"
      })
  void an_address_of_the_public_internet_is_let_through(String address) throws Exception {
    assertTrue(Guard.isPublic(InetAddress.getByName(address)), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://localhost:9001/",
        "http://LOCALHOST:9002",
        "http://127.0.0.1:9000",
        "http://2130706433",
        "http://[::1]:9000",
        "http://[::ffff:7f00:1]",
        "http://[0:0:0:0:0:ffff:127.0.0.1]/"
      })
  void every_spelling_of_this_machine_is_refused(String url) {
    Exception refused = assertThrows(Exception.class, () -> guard.address(URI.create(url)));
    assertTrue(
        refused instanceof Guard.Refused || refused instanceof UnknownHostException,
        refused::toString);
  }

  @Test
  void octal_digits_lead_where_they_were_looked_at() throws Exception {
    // other programs read 127.0.0.1 here; what is called is what was judged
    URI url = URI.create("http://0177.0.0.1");
    assertEquals("177.0.0.1", guard.address(url).getHostAddress());
  }

  @Test
  void what_an_operator_allows_is_let_through_for_this_host_and_port_only() throws Exception {
    assertTrue(guard.address(URI.create("http://LocalHost:9000/x")).isLoopbackAddress());
    assertTrue(guard.address(URI.create("http://[::1]:9001/x")).isLoopbackAddress());
    assertThrows(Guard.Refused.class, () -> guard.address(URI.create("https://localhost/x")));
  }

  @Test
  void the_port_of_the_scheme_counts_where_none_is_named() {
    assertEquals("a.example:443", Guard.host(URI.create("https://A.example/x")));
    assertEquals("a.example:80", Guard.host(URI.create("http://a.example/x")));
    assertEquals("a.example:8443", Guard.host(URI.create("https://a.example:8443/x")));
  }
}
