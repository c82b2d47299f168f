package tracker.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Ids;

/** The links in mails. */
class MuteLinkTest {
  private static final UUID ACCOUNT = Ids.next();
  private static final byte[] KEY = {1, 2, 3};

  static Stream<MuteLink> links() {
    return Stream.concat(
        Stream.of(MuteLink.ofTask(ACCOUNT, Ids.next()), MuteLink.ofMail(ACCOUNT)),
        Stream.of(Reason.values()).map(one -> MuteLink.ofReason(ACCOUNT, one)));
  }

  @ParameterizedTest
  @MethodSource("links")
  void what_it_says_is_read_again_and_proved_by_the_key_alone(MuteLink link) {
    String token = link.token(KEY);
    MuteLink read = MuteLink.read(token).orElseThrow();
    assertEquals(link, read);
    assertTrue(read.isProved(token, KEY));
    assertFalse(read.isProved(token, new byte[] {1, 2, 4}));
    String changed =
        token.substring(0, 20) + (token.charAt(20) == 'A' ? 'B' : 'A') + token.substring(21);
    assertFalse(MuteLink.read(changed).filter(one -> one.isProved(changed, KEY)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "AAAA",
        "!!!!",
        "я",
        "gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIA"
      })
  void what_is_none_is_none(String token) {
    assertEquals(Optional.empty(), MuteLink.read(token));
  }
}
