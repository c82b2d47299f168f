package tracker.launch;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The child process with Payara Micro and the application. */
final class Server {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private static final Pattern LISTENER =
      Pattern.compile("(<network-listener )port=\"8080\"([^>]*) enabled=\"true\"");

  private final Process process;
  private final Path deployed;

  private Server(Process process, Path deployed) {
    this.process = process;
    this.deployed = deployed;
  }

  /** Starts it with a fresh memory of deployments: a remembered application would start twice. */
  static Server start(
      Path app, LaunchSettings settings, Map<String, String> variables, ClassArchive archive) {
    try {
      freshen(app, settings.port());
      Path deployed = app.resolve("deployed");
      ProcessBuilder builder = new ProcessBuilder(command(app, deployed, settings, archive));
      builder.environment().putAll(variables);
      // the log is one stream of lines, whichever way the server writes it
      builder.redirectErrorStream(true);
      if (Terminal.isStandardOutput()) {
        File log = settings.dataDir().resolve("logs/gerask.log").toFile();
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
      } else {
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
      }
      return new Server(builder.start(), deployed);
    } catch (IOException e) {
      throw new Refusal("The server process cannot be started: " + e.getMessage() + ".");
    }
  }

  private static List<String> command(
      Path app, Path deployed, LaunchSettings settings, ClassArchive archive) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.all());
    command.addAll(archive.flags());
    command.add("-Dgerask.launched=true");
    command.addAll(settings.forwarded());
    command.addAll(settings.jvmOptions());
    command.addAll(List.of("-cp", classPath(app), "tracker.launch.Inside"));
    command.addAll(List.of(deployed.toString(), app.toString()));
    command.add(settings.rootPath().isEmpty() ? "/" : settings.rootPath());
    command.add("--nohazelcast");
    return command;
  }

  static String classPath(Path app) {
    return app.resolve("launch-micro.jar") + File.pathSeparator + app.resolve("inside.jar");
  }

  private static void freshen(Path app, int port) throws IOException {
    for (String used : List.of("config", "applications", "generated", "autodeploy", "osgi-cache")) {
      DataDir.remove(app.resolve(used));
    }
    Files.deleteIfExists(app.resolve("deployed"));
    Path from = app.resolve("config.fresh");
    Path to = app.resolve("config");
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes about)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(one)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path one, BasicFileAttributes about) throws IOException {
            Files.copy(one, to.resolve(from.relativize(one)));
            return FileVisitResult.CONTINUE;
          }
        });
    // not by a word to the server, which would open the port before anything answers there
    Path domain = to.resolve("domain.xml");
    Matcher listener = LISTENER.matcher(Files.readString(domain));
    if (!listener.find()) {
      throw new IOException("domain.xml has another listener than expected");
    }
    Files.writeString(domain, listener.replaceFirst("$1port=\"" + port + "\"$2 enabled=\"false\""));
  }

  /** Tells it where the database is; it waits for that before it deploys the application. */
  void tell(DatabaseAddress database) {
    try {
      OutputStream ear = process.getOutputStream();
      for (String one :
          List.of(database.url(), database.pool(), database.user(), database.password())) {
        ear.write((one + "\n").getBytes(StandardCharsets.UTF_8));
      }
      ear.flush(); // and it stays open: its end would be ours
    } catch (IOException e) {
      throw new Refusal("The server ended while starting; its log says why.");
    }
  }

  boolean isDeployed() {
    return Files.exists(deployed);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits this long for its end, whoever brings it; whether it came. */
  boolean endsWithin(Duration longest) throws InterruptedException {
    return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks it to finish what is in flight and end; after 20 s it is ended. */
  void stop() {
    // by its handle: Process.destroy would close standard input too, whose end ends the server at
    // once
    process.toHandle().destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
