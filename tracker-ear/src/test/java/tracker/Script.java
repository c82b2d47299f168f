package tracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a script of this repository, to its end. */
record Script(int code, List<String> lines) {
  private static final int SECONDS = 60;

  /** Runs it in the root of the repository with these settings beside PATH. */
  static Script run(Path directory, Map<String, String> settings, String... words) {
    try {
      Path output = Files.createTempFile(directory, "script", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(House.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().retainAll(List.of("PATH", "LANG", "TMPDIR"));
      builder.environment().putAll(settings);
      Process process = builder.start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(List.of(words) + " hangs: " + Files.readString(output));
      }
      return new Script(process.exitValue(), Files.readAllLines(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes a program in the place of another one into a directory: these lines of sh. */
  static Path standIn(Path directory, String name, String lines) {
    try {
      Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + lines);
      if (!file.toFile().setExecutable(true)) {
        throw new IllegalStateException(file + " cannot be made executable");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
