package tracker.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The parts of a running Gerask: they start in order and stop in the opposite one. */
final class Gerask {
  private static final Duration LONGEST_START = Duration.ofMinutes(20);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final LaunchSettings settings;
  private @Nullable DataDir data;
  private volatile @Nullable Postgres postgres;
  private @Nullable Server server;
  private @Nullable ClassArchive archive;
  private volatile boolean stopping;

  Gerask(LaunchSettings settings) {
    this.settings = settings;
  }

  /** Starts everything and comes back when it is ready. */
  @SuppressWarnings("SystemOut")
  void start() throws IOException {
    DataDir held = DataDir.hold(settings.dataDir());
    data = held;
    Files.createDirectories(held.path("logs"));
    refuseTakenPort();
    CompletableFuture<Path> unpacked = CompletableFuture.supplyAsync(() -> Parts.unpack(held));
    CompletableFuture<DatabaseAddress> database = database(held);
    Path app = unpacked.join();
    FirstLogin login = new FirstLogin(held);
    Map<String, String> variables = new LinkedHashMap<>(settings.variables());
    variables.putAll(login.variables(settings));
    variables.put("DATA_DIR", settings.dataDir().toString());
    ClassArchive classes = new ClassArchive(app, settings.jvmOptions());
    archive = classes;
    synchronized (this) {
      if (stopping) {
        return;
      }
      server = Server.start(app, settings, variables, classes);
    }
    server.tell(database.join());
    awaitReady(server);
    if (stopping) {
      return;
    }
    login.show(System.out);
    System.out.println("Gerask is ready at " + settings.publicUrl());
    System.out.flush();
    classes.makeLater();
  }

  /** Our own starts beside the server, which needs it only for the application. */
  private CompletableFuture<DatabaseAddress> database(DataDir held) {
    DatabaseAddress outside = settings.outside();
    if (outside != null) {
      outside.refuseUnreachable();
      return CompletableFuture.completedFuture(outside);
    }
    return CompletableFuture.supplyAsync(
        () -> {
          Postgres own = Postgres.in(held);
          postgres = own;
          own.start();
          return own.address();
        });
  }

  private void refuseTakenPort() {
    // a server that was killed a moment ago may still be on its way out
    if (!Wait.until(Duration.ofSeconds(5), () -> isFree(settings.port()))) {
      throw new Refusal(
          "Port " + settings.port() + " is taken by another program: set PORT to a free one.");
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void awaitReady(Server started) {
    boolean ready =
        Wait.until(
            LONGEST_START,
            () -> stopping || !started.isAlive() || started.isDeployed() && answersReady());
    if (stopping) {
      return;
    }
    if (!started.isAlive()) {
      throw new Refusal("The server ended while starting; its log says why.");
    }
    if (!ready) {
      throw new Refusal("The server is not ready after 20 minutes; its log says why.");
    }
  }

  private boolean answersReady() {
    try {
      HttpURLConnection ask =
          (HttpURLConnection) URI.create(settings.readyUrl()).toURL().openConnection();
      ask.setConnectTimeout(1000);
      ask.setReadTimeout(5000);
      return ask.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Watches over what runs, until the server ends. */
  void watch() throws InterruptedException {
    Server running = server;
    while (running != null && !running.endsWithin(LOOK)) {
      Postgres own = postgres;
      if (own != null) {
        own.reviveIfDead();
      }
    }
    if (!stopping) {
      throw new Refusal("The server ended unexpectedly; its log says why.");
    }
  }

  /** Stops everything within 30 s: first the server with what it has in flight. */
  void stop() {
    Server running;
    synchronized (this) {
      stopping = true;
      running = server;
    }
    if (archive != null) {
      archive.stop();
    }
    if (running != null) {
      running.stop();
    }
    if (postgres != null) {
      postgres.stop();
    }
  }

  /** The message behind whatever wraps it. */
  static Throwable bare(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
