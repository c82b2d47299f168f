package tracker.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work beside the server, in a process of its own that ends when it is done: {@code migrate},
 * {@code backup}, {@code restore} and {@code restore-drill}. Where Gerask runs in this directory,
 * its database is asked; else it is started for as long as that takes.
 */
final class Errand {
  private static final String PROGRAM = "tracker.launch.Beside";

  /** In the server's own directory, not among the libraries of the application. */
  private static final List<String> FROM_SERVER =
      List.of(
          "runtime/jackson-core.jar",
          "runtime/jackson-annotations.jar",
          "runtime/jackson-databind.jar",
          "runtime/jackson-dataformat-toml.jar");

  private static final List<String> FLAGS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Duser.timezone=UTC");

  private final LaunchSettings settings;
  private @Nullable Postgres started;

  Errand(LaunchSettings settings) {
    this.settings = settings;
  }

  /** Whether these words name one. */
  static boolean isOne(String... words) {
    return switch (words[0]) {
      case "migrate", "backup" -> words.length == 1;
      case "restore-drill" -> words.length <= 2;
      case "restore" -> words.length == 2 || words.length == 3 && words[2].equals("replace");
      default -> false;
    };
  }

  /** Does it to its end and gives its exit code. */
  int run(String... words) throws InterruptedException {
    // nothing may run beside these two
    boolean alone = words[0].equals("restore") || words[0].equals("migrate");
    DataDir data =
        alone ? DataDir.hold(settings.dataDir()) : DataDir.holdOrVisit(settings.dataDir());
    Thread stop = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    Path app = Parts.unpack(data);
    DatabaseAddress database = database(data);
    ProcessBuilder builder = new ProcessBuilder(command(app, words)).inheritIO();
    builder.environment().putAll(variables(database));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new Refusal("The process cannot be started: " + e.getMessage() + ".");
    }
  }

  private DatabaseAddress database(DataDir data) {
    DatabaseAddress outside = settings.outside();
    if (outside != null) {
      outside.refuseUnreachable();
      return outside;
    }
    if (!data.held()) {
      return Postgres.running(data);
    }
    try {
      java.nio.file.Files.createDirectories(data.path("logs"));
    } catch (IOException e) {
      throw new Refusal("The data directory " + data.path() + " cannot be written (DATA_DIR).");
    }
    Postgres own = Postgres.in(data);
    started = own;
    own.start();
    return own.address();
  }

  private List<String> command(Path app, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(settings.forwarded());
    command.add("-cp");
    command.add(
        Stream.concat(
                Stream.of(Parts.jar().toString(), app.resolve("tracker/WEB-INF/lib/*").toString()),
                FROM_SERVER.stream().map(name -> app.resolve(name).toString()))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(PROGRAM);
    command.addAll(List.of(words));
    return command;
  }

  private Map<String, String> variables(DatabaseAddress database) {
    Map<String, String> variables = new LinkedHashMap<>(settings.variables());
    variables.put("DATA_DIR", settings.dataDir().toString());
    variables.put("GERASK_DB_URL", database.url());
    variables.put("GERASK_DB_USER", database.user());
    variables.put("GERASK_DB_PASSWORD", database.password());
    return variables;
  }

  private void stop() {
    Postgres own = started;
    if (own != null) {
      own.stop();
    }
  }
}
