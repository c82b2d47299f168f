package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tracker.harness.Ports;

/** {@code make test-ear}: tracker.ear on a full Payara Server with a PostgreSQL beside it. */
class FullServerTrial {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path HOME = TARGET.resolve("full-server");
  private static final String DOMAIN = "trial";

  // a full server is unpacked, made and started first
  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void a_full_payara_server_runs_the_ear() throws Exception {
    unpack();
    int port = Ports.free();
    try (EmbeddedPostgres database =
        EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start()) {
      Map<String, String> settings =
          Map.of(
              "GERASK_DB_URL", database.getJdbcUrl("postgres", "postgres"),
              "GERASK_DB_USER", "postgres",
              "GERASK_DB_PASSWORD", "postgres",
              "DATA_DIR", TARGET.resolve("full-server-data").toString(),
              "ADMIN_EMAIL", "root@gerask.test",
              "ADMIN_PASSWORD", "seven quiet harbours");
      int admin = Ports.free();
      asadmin(settings, admin, create(port, admin));
      addDriver();
      asadmin(settings, admin, List.of("start-domain", DOMAIN));
      asadmin(settings, admin, List.of("deploy", "--name", "tracker", TARGET + "/tracker.ear"));
      assertEquals(200, status("http://127.0.0.1:" + port + "/health/ready"));
      asadmin(settings, admin, List.of("stop-domain", DOMAIN));
    }
  }

  @AfterEach
  void remove() throws IOException, InterruptedException {
    if (Files.exists(HOME.resolve("payara6/glassfish/domains/" + DOMAIN))) {
      new ProcessBuilder(program(), "stop-domain", "--kill=true", DOMAIN).start().waitFor();
    }
    DataDir.remove(HOME);
    DataDir.remove(TARGET.resolve("full-server-data"));
  }

  // the pool of a full server finds a driver among the libraries of its domain only
  private static void addDriver() throws IOException, URISyntaxException {
    Path driver =
        Path.of(
            org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Path libraries = HOME.resolve("payara6/glassfish/domains/" + DOMAIN + "/lib");
    Files.copy(driver, libraries.resolve("postgresql.jar"));
  }

  private static List<String> create(int port, int admin) {
    List<String> ports = new ArrayList<>();
    for (String one :
        List.of(
            "http.ssl.port",
            "jms.port",
            "domain.jmxPort",
            "orb.listener.port",
            "orb.ssl.port",
            "orb.mutualauth.port",
            "osgi.shell.telnet.port",
            "java.debugger.port",
            "hazelcast.das.port",
            "hazelcast.start.port")) {
      ports.add(one + "=" + Ports.free());
    }
    return List.of(
        "create-domain",
        "--nopassword",
        "--checkports=false",
        "--adminport",
        Integer.toString(admin),
        "--instanceport",
        Integer.toString(port),
        "--domainproperties",
        String.join(":", ports),
        DOMAIN);
  }

  private static String program() {
    return HOME.resolve("payara6/bin/asadmin").toString();
  }

  private static void asadmin(Map<String, String> settings, int admin, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program(), "--interactive=false"));
    command.addAll(List.of("--port", Integer.toString(admin)));
    command.addAll(words);
    Path log = HOME.resolve("asadmin.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(settings);
    builder.environment().put("AS_JAVA", System.getProperty("java.home"));
    Process process = builder.start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), () -> words + " does not end");
    String said = Files.readString(log);
    assertEquals(0, process.exitValue(), () -> words + ": " + said);
  }

  private static int status(String url) throws IOException {
    return ((HttpURLConnection) URI.create(url).toURL().openConnection()).getResponseCode();
  }

  private static void unpack() throws IOException {
    DataDir.remove(HOME);
    try (ZipFile zip = new ZipFile(TARGET.resolve("full-server.zip").toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path file = HOME.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
        if (file.toString().contains("/bin/")) {
          assertTrue(file.toFile().setExecutable(true));
        }
      }
    }
  }
}
