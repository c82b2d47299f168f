package tracker.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Signatures as Standard Webhooks has them. */
class SignatureTest {
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String SAID = "{\"test\": 2432232314}";

  @Test
  void the_example_of_the_standard_comes_out() {
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        Signature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", ID, 1614265330, SAID));
  }

  @Test
  void a_secret_that_is_no_base64_is_a_key_by_its_bytes() {
    String plain = "пароль и соль";
    String coded =
        "whsec_" + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    assertEquals(Signature.of(coded, ID, 1, SAID), Signature.of(plain, ID, 1, SAID));
    assertEquals(
        Signature.of("whsec_not base64!", ID, 1, SAID),
        Signature.of("whsec_not base64!", ID, 1, SAID));
  }

  @Test
  void id_time_and_payload_are_all_signed() {
    String signed = Signature.of("secret 123", ID, 1, SAID);
    assertNotEquals(signed, Signature.of("secret 123", ID + "x", 1, SAID));
    assertNotEquals(signed, Signature.of("secret 123", ID, 2, SAID));
    assertNotEquals(signed, Signature.of("secret 123", ID, 1, SAID + " "));
    assertNotEquals(signed, Signature.of("secret 124", ID, 1, SAID));
  }
}
