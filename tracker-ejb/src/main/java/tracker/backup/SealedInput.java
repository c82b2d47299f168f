package tracker.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Reads what {@link SealedOutput} wrote; fails where a piece is altered, moved or missing. */
final class SealedInput extends InputStream {
  private final InputStream in;
  private final SecretKeySpec key;
  private byte[] piece = new byte[0];
  private int at;
  private long number;
  private boolean last;

  SealedInput(InputStream in, SecretKeySpec key) {
    this.in = in;
    this.key = key;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (at == piece.length) {
      if (last) {
        return -1;
      }
      next();
    }
    int some = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, from, some);
    at += some;
    return some;
  }

  private void next() throws IOException {
    byte[] head = in.readNBytes(Integer.BYTES);
    if (head.length < Integer.BYTES) {
      throw new EOFException("it ends early");
    }
    int length = ByteBuffer.wrap(head).getInt();
    last = length < 0;
    length &= ~SealedOutput.LAST;
    if (length < SealedOutput.TAG || length > SealedOutput.PIECE + SealedOutput.TAG) {
      throw new IOException("it is not as it was written");
    }
    byte[] sealed = in.readNBytes(length);
    try {
      piece = SealedOutput.cipher(Cipher.DECRYPT_MODE, key, number, last).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw new IOException("it is not as it was written, or the passphrase is another", e);
    }
    number++;
    at = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
