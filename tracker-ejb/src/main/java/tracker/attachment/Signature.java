package tracker.attachment;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 of a request to S3 (docs.aws.amazon.com, AmazonS3/latest/API,
 * "sig-v4-header-based-auth"); the payload is not part of it.
 */
record Signature(String region, String accessKey, String secretKey) {
  private static final String PAYLOAD = "UNSIGNED-PAYLOAD";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The headers to send with it. Parameters of the query must stand in order of their names. */
  Map<String, String> of(String method, URI uri, Instant now) {
    String time = TIME.format(now);
    String day = time.substring(0, 8);
    String scope = day + "/" + region + "/s3/aws4_request";
    String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String request =
        String.join(
            "\n",
            method,
            uri.getRawPath(),
            query,
            "host:" + host,
            "x-amz-content-sha256:" + PAYLOAD,
            "x-amz-date:" + time,
            "",
            "host;x-amz-content-sha256;x-amz-date",
            PAYLOAD);
    String text = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hash(request));
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {day, region, "s3", "aws4_request", text}) {
      key = hmac(key, part);
    }
    return Map.of(
        "x-amz-date",
        time,
        "x-amz-content-sha256",
        PAYLOAD,
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=%s"
            .formatted(accessKey, scope, HexFormat.of().formatHex(key)));
  }

  /** A value of the query, as the signature wants it. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Signature of " + accessKey;
  }
}
