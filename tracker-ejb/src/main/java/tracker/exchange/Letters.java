package tracker.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which letters the bytes of a file mean: many programs do not say it. */
final class Letters {
  /** What office programs with Russian settings write, Redmine among them. */
  private static final Charset OLD = Charset.forName("windows-1251");

  private Letters() {}

  /**
   * The text of a file: by the mark at its beginning, else as it was said, else UTF-8 where it is
   * that, else windows-1251.
   */
  static String of(byte[] file, @Nullable Charset said) {
    if (begins(file, 0xEF, 0xBB, 0xBF)) {
      return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
    }
    if (begins(file, 0xFF, 0xFE)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
    }
    if (begins(file, 0xFE, 0xFF)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    }
    if (said != null && !said.equals(StandardCharsets.UTF_8)) {
      return new String(file, said);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(file))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(file, OLD);
    }
  }

  private static boolean begins(byte[] file, int... mark) {
    if (file.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((file[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
