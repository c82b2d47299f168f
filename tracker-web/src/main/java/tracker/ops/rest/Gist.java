package tracker.ops.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What tells one body from another while it passes: a digest of all its bytes but the boundary
 * between its parts, which a client draws anew for each try.
 */
final class Gist {
  private final MessageDigest digest;
  private final byte[] boundary;
  private final int[] back;
  private final byte[] out = new byte[8 << 10];
  private int filled;
  private int matched;

  /** Of a body that this boundary parts; null where it is one whole. */
  Gist(@Nullable String boundary) {
    this.boundary = boundary == null ? new byte[0] : boundary.getBytes(StandardCharsets.ISO_8859_1);
    this.back = back(this.boundary);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the first of these bytes. */
  void pass(byte[] bytes, int many) {
    if (boundary.length == 0) {
      digest.update(bytes, 0, many);
      return;
    }
    for (int i = 0; i < many; i++) {
      pass(bytes[i]);
    }
  }

  // what may be the boundary is held back until it is known
  private void pass(byte one) {
    while (matched > 0 && boundary[matched] != one) {
      int shorter = back[matched - 1];
      keep(matched - shorter);
      matched = shorter;
    }
    if (boundary[matched] == one) {
      matched++;
      if (matched == boundary.length) {
        matched = 0;
      }
    } else {
      put(one);
    }
  }

  private void keep(int many) {
    for (int i = 0; i < many; i++) {
      put(boundary[i]);
    }
  }

  private void put(byte one) {
    out[filled++] = one;
    if (filled == out.length) {
      digest.update(out);
      filled = 0;
    }
  }

  /** The digest; nothing passes afterwards. */
  byte[] end() {
    keep(matched);
    digest.update(out, 0, filled);
    return digest.digest();
  }

  // how much of the boundary still stands where the next byte is another (Knuth, Morris, Pratt)
  private static int[] back(byte[] word) {
    int[] back = new int[word.length];
    for (int i = 1, length = 0; i < word.length; i++) {
      while (length > 0 && word[i] != word[length]) {
        length = back[length - 1];
      }
      length += word[i] == word[length] ? 1 : 0;
      back[i] = length;
    }
    return back;
  }
}
