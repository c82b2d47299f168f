package tracker.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes pieces of 64 KiB, each behind its length in four bytes, of which the highest bit marks the
 * last. Number and mark of a piece are its nonce: none can be moved, left out or cut off.
 */
final class SealedOutput extends OutputStream {
  static final int PIECE = 1 << 16;
  static final int TAG = 16;
  static final int LAST = 1 << 31;

  private final OutputStream out;
  private final SecretKeySpec key;
  private final byte[] piece = new byte[PIECE];
  private int filled;
  private long number;
  private boolean closed;

  SealedOutput(OutputStream out, SecretKeySpec key) {
    this.out = out;
    this.key = key;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == PIECE) {
        flushPiece(false);
      }
      int some = Math.min(left, PIECE - filled);
      System.arraycopy(bytes, at, piece, filled, some);
      filled += some;
      at += some;
      left -= some;
    }
  }

  private void flushPiece(boolean last) throws IOException {
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, number, last);
      byte[] sealed = cipher.doFinal(piece, 0, filled);
      int length = last ? sealed.length | LAST : sealed.length;
      out.write(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
      out.write(sealed);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    number++;
    filled = 0;
  }

  static Cipher cipher(int mode, SecretKeySpec key, long number, boolean last)
      throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(12).putLong(number).putInt(last ? 1 : 0).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    return cipher;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      flushPiece(true);
      out.close();
    }
  }
}
