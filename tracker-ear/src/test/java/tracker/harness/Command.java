package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One call of {@code java -jar gerask.jar} with words behind it, as operators type it. */
public record Command(int code, String said) {

  /** Runs it to its end and fails where that takes longer. */
  public static Command run(Duration longest, Map<String, String> settings, String... words) {
    try {
      Path output = Files.createTempFile(Product.target(), "command", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.concat(
                          Stream.of(
                              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                              "-jar",
                              Product.target().resolve("gerask.jar").toString()),
                          Stream.of(words))
                      .toList())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR"));
      builder.environment().putAll(settings);
      Process process = builder.start();
      boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
      String said = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError(List.of(words) + " still runs after " + longest + ":\n" + said);
      }
      return new Command(process.exitValue(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fails unless it ended with this code. */
  public Command ends(int wanted) {
    if (code != wanted) {
      throw new AssertionError("It ended with " + code + ", not " + wanted + ":\n" + said);
    }
    return this;
  }
}
