package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of others that the kits start: the system's, or Debian's unpacked below target. */
final class Program {
  private Program() {}

  /**
   * Where it is, as {@code docker/test/program.sh} finds or fetches it.
   *
   * @param libraries Debian's packages of what it needs
   */
  static String path(String name, String... libraries) {
    try {
      Path output = Files.createTempFile(Product.target(), name, ".path");
      List<String> words = new ArrayList<>();
      words.addAll(List.of("sh", root().resolve("docker/test/program.sh").toString()));
      words.addAll(List.of(name, Product.target().resolve(name).toString()));
      words.addAll(List.of(libraries));
      int code =
          new ProcessBuilder(words)
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
