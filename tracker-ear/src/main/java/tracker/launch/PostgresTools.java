package tracker.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** PostgreSQL's own programs, unpacked once into the data directory, and how to run them. */
final class PostgresTools {
  private final Path home;
  private final boolean root;

  private PostgresTools(Path home, boolean root) {
    this.home = home;
    this.root = root;
  }

  /** Unpacks the programs where they are missing. */
  static PostgresTools unpack(DataDir data) {
    boolean root = isRoot();
    if (root && !Files.isExecutable(Path.of("/usr/bin/unshare"))) {
      throw new Refusal(
          "PostgreSQL refuses to run as root, and the program unshare is missing:"
              + " start Gerask as an ordinary user.");
    }
    try {
      Path home = data.path("postgres-" + version());
      if (!Files.isDirectory(home)) {
        Path part = data.path("postgres-part");
        DataDir.remove(part);
        Files.createDirectories(part);
        try (InputStream packed = resource("/postgres/" + archive());
            InputStream tar = new GZIPInputStream(packed, 1 << 16)) {
          TarFile.unpack(tar, part);
        }
        Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
      }
      return new PostgresTools(home, root);
    } catch (IOException e) {
      throw new Refusal("PostgreSQL cannot be unpacked into " + data.path() + ": " + e + ".");
    }
  }

  private static String archive() {
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!machine.equals("Linux amd64")) {
      throw new Refusal(
          "This gerask.jar carries PostgreSQL for Linux on x86-64 only, and this is "
              + machine
              + ": set DATABASE_URL, or build with the binaries of this platform"
              + " (docs/operations.md).");
    }
    return "postgres-linux-x86_64.tgz";
  }

  private static String version() throws IOException {
    Properties about = new Properties();
    try (InputStream in = resource("/postgres/about.properties")) {
      about.load(in);
    }
    return about.getProperty("version");
  }

  private static InputStream resource(String name) throws IOException {
    InputStream found = PostgresTools.class.getResourceAsStream(name);
    if (found == null) {
      throw new IOException("gerask.jar carries no " + name);
    }
    return found;
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Runs one of the programs to its end and gives its exit code; what it says goes to the log. */
  int run(Path log, int seconds, String program, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    if (root) {
      // a user namespace of its own: PostgreSQL sees an ordinary user, the files stay root's
      command.addAll(List.of("/usr/bin/unshare", "-U"));
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    Process process = builder.start();
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      return -1;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** The servers and their helpers that run from this directory, whoever started them. */
  List<ProcessHandle> running() {
    Path server = home.resolve("bin/postgres");
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(one -> runs(one, server)).toList();
    }
  }

  private static boolean runs(ProcessHandle one, Path program) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + one.pid() + "/exe")).equals(program);
    } catch (IOException e) {
      return false;
    }
  }
}
