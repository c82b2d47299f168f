package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.7,10.0.0.7",
    "2001:db8:1:2:3:4:5:6,2001:db8:1:2::/64",
    "2001:0db8:0001:0002::9,2001:db8:1:2::/64",
    "2001:db8::1,2001:db8:0:0::/64",
    "fe80::1%eth0,fe80:0:0:0::/64",
    "::1,0:0:0:0::/64",
    "::ffff:10.0.0.7,10.0.0.7"
  })
  void an_address_is_counted_as_one_customer(String address, String group) {
    assertEquals(group, Addresses.group(address));
  }
}
