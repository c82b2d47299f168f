package tracker.shared;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** The entities of the product on {@link OnePostgres}, without a container. */
public final class OneUnit {
  private static final EntityManagerFactory FACTORY =
      new PersistenceProvider()
          .createEntityManagerFactory(
              "test",
              Map.of(
                  PersistenceUnitProperties.ECLIPSELINK_PERSISTENCE_XML,
                  "META-INF/persistence-test.xml",
                  PersistenceUnitProperties.NON_JTA_DATASOURCE,
                  OnePostgres.source()));

  private OneUnit() {}

  public static void inTransaction(Consumer<EntityManager> work) {
    try (EntityManager entities = FACTORY.createEntityManager()) {
      entities.getTransaction().begin();
      work.accept(entities);
      entities.getTransaction().commit();
    }
  }
}
