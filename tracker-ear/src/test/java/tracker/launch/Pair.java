package tracker.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracker.harness.Gateway;
import tracker.harness.People;
import tracker.harness.Ports;
import tracker.harness.Product;
import tracker.harness.Rest;

/** Two nodes on one database behind nginx, below a path of their own. */
final class Pair implements AutoCloseable {
  static final String ROOT = "/apps/tracker";
  private static final String PASSWORD = "linen basket 4471";
  private final String name;
  private final Path cluster;
  private final int databasePort = Ports.free();
  private final List<Product> nodes = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();
  private EmbeddedPostgres postgres;
  private final Gateway gateway;
  private final Rest rest;
  private final String access;

  /** Starts all of it and signs the administrator in. */
  Pair(String name) throws Exception {
    this.name = name;
    this.cluster = Product.fresh(name + "-database");
    this.postgres = database();
    makeDatabase();
    settings.put("DB_HOST", "127.0.0.1");
    settings.put("DB_PORT", Integer.toString(databasePort));
    settings.put("DB_PASSWORD", PASSWORD);
    settings.put("SECRET_KEY", "one for both nodes");
    settings.put("JWT_PRIVATE_KEY_FILE", key().toString());
    settings.put("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "120");
    settings.put("UPLOAD_DIR", Product.fresh(name + "-files").toString());
    settings.put("ROOT_PATH", ROOT);
    settings.put("MAX_UPLOAD_SIZE_MB", "1");
    settings.put("STOP_NOTICE_SECONDS", "4");
    for (int i = 1; i <= 2; i++) {
      nodes.add(Product.start(Product.fresh(name + "-" + i), settings).awaitReady());
    }
    this.gateway =
        Gateway.start(
            name,
            nodes.stream().map(Product::port).toList(),
            Map.of(
                "ROOT_PATH", ROOT, "MAX_UPLOAD_SIZE_MB", "1", "RATE_LIMIT_PER_MINUTE", "100000"));
    this.rest = Rest.at(gateway.url() + ROOT);
    this.access = People.login(rest, Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD).access();
  }

  /** Nobody, through the gateway. */
  Rest rest() {
    return rest;
  }

  /** The administrator, through the gateway. */
  Rest admin() {
    return rest.as(access);
  }

  Gateway gateway() {
    return gateway;
  }

  List<Product> nodes() {
    return nodes;
  }

  /** Stops a node as a service manager does and starts it again at its port, of this build. */
  void restart(int node, Path jar) {
    Product old = nodes.get(node);
    old.stop();
    Map<String, String> same = new HashMap<>(settings);
    same.put("PORT", Integer.toString(old.port()));
    nodes.set(node, Product.start(jar, old.data(), same).awaitReady());
  }

  void stopDatabase() throws IOException {
    postgres.close();
  }

  void startDatabase() throws IOException {
    postgres = database();
  }

  private EmbeddedPostgres database() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(databasePort)
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        .setLocaleConfig("locale", "C.UTF-8")
        .start();
  }

  private void makeDatabase() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role gerask login password '" + PASSWORD + "'");
      statement.execute("create database gerask owner gerask");
    }
  }

  private Path key() throws IOException, GeneralSecurityException {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    String body =
        Base64.getMimeEncoder().encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
    return Files.writeString(
        Product.target().resolve(name + "-key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    nodes.forEach(Product::close);
    postgres.close();
  }
}
