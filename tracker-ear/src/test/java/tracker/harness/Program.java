package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of others that the kits start: the system's, or Debian's unpacked below target. */
final class Program {
  private Program() {}

  /** Where it is, as {@code docker/test/<name>.sh} finds or fetches it. */
  static String path(String name) {
    try {
      Path output = Files.createTempFile(Product.target(), name, ".path");
      int code =
          new ProcessBuilder(
                  "sh",
                  root().resolve("docker/test/" + name + ".sh").toString(),
                  Product.target().resolve(name).toString())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      String path = Files.readString(output).strip();
      Files.delete(output);
      if (code != 0) {
        throw new IllegalStateException("There is no " + name);
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where the checkout is. */
  static Path root() {
    return Product.target().resolve("../..").normalize();
  }
}
