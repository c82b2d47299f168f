package tracker.ops;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import org.flywaydb.core.Flyway;
import tracker.shared.BesidePool;

/**
 * The data source and its schema: migrations run before anything else starts. The launcher (or the
 * operator of a full server) sets {@code gerask.db.url}, {@code gerask.db.user} and {@code
 * gerask.db.password} as system properties or environment, and {@code gerask.db.pool.url} where a
 * pooler stands before the database: what needs a session of its own goes past it.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/gerask",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=gerask.db.pool.url}",
    user = "${MPCONFIG=gerask.db.user}",
    password = "${MPCONFIG=gerask.db.password}",
    minPoolSize = 2,
    // forty for calls, eight for jobs and those who look for them; two nodes fit a usual PostgreSQL
    maxPoolSize = 48,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.fail-all-connections=true",
      "fish.payara.max-wait-time-in-millis=1500",
      // its wrapper of a row looks a method up by reflection for each value
      "fish.payara.wrap-jdbc-objects=false",
      // by the server: the driver's own keeps a timer for each statement
      "fish.payara.init-sql=set statement_timeout to '30s'"
    })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {
  @PostConstruct
  void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        // a change of much may take longer than the pool allows
        .dataSource(BesidePool.of("gerask migration"))
        .locations("classpath:db/migration")
        .schemas("ops")
        .table("migration")
        .load()
        .migrate();
  }
}
