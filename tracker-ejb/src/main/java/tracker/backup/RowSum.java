package tracker.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How many rows there are and a checksum over all of them that does not depend on their order: the
 * SHA-256 of each, added up.
 */
final class RowSum {
  private final MessageDigest digest;
  private final long[] sum = new long[4];
  private long rows;

  RowSum() {
    this.digest = sha256();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  void add(byte[] row, int from, int length) {
    digest.update(row, from, length);
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    for (int i = 0; i < sum.length; i++) {
      sum[i] += hash.getLong();
    }
    rows++;
  }

  long rows() {
    return rows;
  }

  /** The checksum in hexadecimal digits. */
  String sum() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * sum.length);
    for (long one : sum) {
      bytes.putLong(one);
    }
    return HexFormat.of().formatHex(bytes.array());
  }
}
