package tracker.harness;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Tells Arquillian where Payara Micro is and gives it a database of its own, beside that of the
 * running product in the same PostgreSQL. Arquillian loads it before it reads its settings.
 */
public final class Container implements LoadableExtension {
  private static final String DATABASE = "container";

  @Override
  public void register(ExtensionBuilder builder) {
    Product product = Product.shared();
    Database database = Database.of(product);
    if (database.number("select count(*) from pg_database where datname = ?", DATABASE) == 0) {
      database.change("create database " + DATABASE + " owner gerask");
    }
    System.setProperty("payara.microJar", microJar().toString());
    System.setProperty(
        "payara.cmdOptions",
        String.join(
            " ",
            List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                Product.SHORT_LIVED,
                "-Dgerask.db.url=" + database.url(DATABASE),
                "-Dgerask.db.user=gerask",
                "-Dgerask.db.password=" + database.password(),
                "-DUPLOAD_QUOTA_MB=1",
                "-DDATA_DIR=" + Product.fresh("container"),
                "-DADMIN_EMAIL=" + Product.ADMIN_EMAIL,
                "-DADMIN_PASSWORD=container-4471-basket")));
    System.setProperty("payara.extraMicroOptions", "--nohazelcast --port " + Ports.free());
  }

  private static Path microJar() {
    try {
      return Path.of(
          Class.forName("fish.payara.micro.PayaraMicro")
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("Payara Micro is not on the class path of the tests", e);
    }
  }
}
