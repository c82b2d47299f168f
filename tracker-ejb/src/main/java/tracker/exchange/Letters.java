package tracker.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  static Reader of(Path file, @Nullable Charset said) throws IOException {
    byte[] begin;
    try (InputStream in = Files.newInputStream(file)) {
      begin = in.readNBytes(3);
    }
    if (begins(begin, 0xEF, 0xBB, 0xBF)) {
      return open(file, 3, StandardCharsets.UTF_8);
    }
    if (begins(begin, 0xFF, 0xFE)) {
      return open(file, 2, StandardCharsets.UTF_16LE);
    }
    if (begins(begin, 0xFE, 0xFF)) {
      return open(file, 2, StandardCharsets.UTF_16BE);
    }
    if (said != null && !said.equals(StandardCharsets.UTF_8)) {
      return open(file, 0, said);
    }
    return open(file, 0, isUtf8(file) ? StandardCharsets.UTF_8 : OLD);
  }

  private static Reader open(Path file, int mark, Charset letters) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.skipNBytes(mark);
    return new InputStreamReader(in, letters);
  }

  private static boolean isUtf8(Path file) throws IOException {
    char[] letters = new char[1 << 13];
    try (Reader strict =
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
      while (strict.read(letters) >= 0) {
        // whether it can be read is the question
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
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
