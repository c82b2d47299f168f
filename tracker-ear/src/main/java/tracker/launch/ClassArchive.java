package tracker.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's archive of parsed classes, which makes the next starts faster. The first start writes
 * down what was loaded; once it is ready, a process of the lowest priority makes the archive of it.
 * Without an archive everything works the same, only slower.
 */
final class ClassArchive {
  /** The first minute belongs to the people who wait for it, or to a test that soon ends. */
  private static final Duration AFTER = Duration.ofMinutes(1);

  private final boolean wanted;
  private final Path app;
  private final Path archive;
  private final Path classes;
  private @Nullable Process making;

  /**
   * @param jvmOptions where they say anything of class-data sharing ({@code -Xshare:auto} is what
   *     the JVM does by itself), there is no archive of ours
   */
  ClassArchive(Path app, List<String> jvmOptions) {
    this.wanted =
        jvmOptions.stream()
            .noneMatch(one -> one.startsWith("-Xshare") || one.contains("SharedArchiveFile"));
    this.app = app;
    String jvm =
        Integer.toHexString((Runtime.version() + System.getProperty("java.home")).hashCode());
    this.archive = app.resolve("classes-" + jvm + ".jsa");
    this.classes = app.resolve("classes-" + jvm + ".txt");
  }

  /** For the server process: use the archive, or write down what should be in it. */
  List<String> flags() {
    if (!wanted) {
      return List.of();
    }
    return Files.exists(archive)
        ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto")
        : List.of("-XX:DumpLoadedClassList=" + classes);
  }

  /** Makes the archive in the background where there is none. */
  void makeLater() {
    if (!wanted || Files.exists(archive) || !Files.exists(classes)) {
      return;
    }
    CompletableFuture.runAsync(
        this::make, CompletableFuture.delayedExecutor(AFTER.toSeconds(), TimeUnit.SECONDS));
  }

  private void make() {
    try {
      Path list =
          Files.copy(classes, app.resolve("classes.txt"), StandardCopyOption.REPLACE_EXISTING);
      Path part = app.resolve("classes.part");
      List<String> command = new ArrayList<>();
      if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
        command.addAll(List.of("/usr/bin/nice", "-n", "19"));
      }
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-Xshare:dump",
              "-Xmx256m",
              "-Xlog:disable",
              "-XX:SharedClassListFile=" + list,
              "-XX:SharedArchiveFile=" + part,
              "-cp",
              Server.classPath(app)));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      making = process;
      if (process.waitFor() == 0 && Files.exists(part)) {
        Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      // the next start goes without, and tries again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives up what is being made. */
  void stop() {
    Process process = making;
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
