package tracker.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs calls as Standard Webhooks says (standardwebhooks.com): v1, HMAC with SHA-256. */
final class Signature {
  private static final String PREFIX = "whsec_";

  private Signature() {}

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @param secret {@code whsec_} and the key in base64, or any other text, whose bytes are the key
   * @param timestamp seconds since 1970
   */
  static String of(String secret, String id, long timestamp, String payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      byte[] said = (id + "." + timestamp + "." + payload).getBytes(StandardCharsets.UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(said));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private static byte[] key(String secret) {
    if (secret.startsWith(PREFIX)) {
      try {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (key.length > 0) {
          return key;
        }
      } catch (IllegalArgumentException e) {
        // not base64: a text like any other
      }
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }
}
