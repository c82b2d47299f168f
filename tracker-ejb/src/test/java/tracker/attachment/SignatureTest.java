package tracker.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
  private static final Signature OURS =
      new Signature("us-east-1", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

  @Test
  void the_same_request_is_signed_the_same_and_each_part_of_it_counts() {
    Instant now = Instant.parse("2026-11-20T17:00:00Z");
    URI uri = URI.create("http://localhost:9000/files/abc");
    Map<String, String> first = OURS.of("GET", uri, now);
    assertEquals(first, OURS.of("GET", uri, now));
    assertEquals("20261120T170000Z", first.get("x-amz-date"));
    assertFalse(first.equals(OURS.of("PUT", uri, now)));
    assertFalse(first.equals(OURS.of("GET", URI.create("http://localhost:9000/files/abd"), now)));
    assertFalse(first.equals(OURS.of("GET", uri, now.plusSeconds(1))));
  }

  /** What another signer, that of the AWS SDK for Java 2.32, makes of the same requests. */
  @ParameterizedTest
  @CsvSource({
    "PUT, https://storage.example:9000/files/0199-abc,"
        + " 15776ff65f0aa06208fa82eadb27a2df56e41454b0a8a00fa095da816505cf14",
    "GET, https://storage.example/files?list-type=2&max-keys=1000&prefix=a%2Fb%20c,"
        + " 5b395a1440a7c1986c9345f2fe38618d7b7c111665841bf28eac2b8a9394e4d8"
  })
  void a_signature_is_the_one_that_others_expect(String method, URI uri, String expected) {
    String sent = OURS.of(method, uri, Instant.parse("2026-11-20T17:00:00Z")).get("Authorization");
    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261120/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="
            + expected,
        sent);
  }

  @Test
  void the_secret_is_never_printed() {
    assertFalse(OURS.toString().contains("wJalr"));
    assertFalse(
        OURS.of("GET", URI.create("http://h/b/k"), Instant.EPOCH).toString().contains("wJ"));
  }
}
