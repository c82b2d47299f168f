package tracker.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which build of the product this is.
 *
 * @param commit the commit that it was made of, {@code -dirty} behind where files were changed
 *     since; null where the one who made it did not say
 */
public record Build(String version, @Nullable String commit) {
  private static final Build OURS = read();

  /** The one that runs. */
  public static Build ours() {
    return OURS;
  }

  private static Build read() {
    Properties written = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("/tracker/build.properties")) {
      if (in != null) {
        written.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String commit = written.getProperty("commit", "");
    return new Build(written.getProperty("version", "dev"), commit.isBlank() ? null : commit);
  }
}
