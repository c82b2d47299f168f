package tracker.system;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tracker.shared.Sql;

/** What the database knows of the installation. */
@Dependent
class InstallationRows {
  private final Sql sql;

  @Inject
  InstallationRows(Sql sql) {
    this.sql = sql;
  }

  DatabaseState database() {
    return sql.first(
            """
            select current_setting('server_version') as version,
              pg_database_size(current_database()) as bytes,
              (select count(*) from pg_stat_activity where datname = current_database())
                as connections,
              current_setting('max_connections')::bigint as most,
              m.many, l.version || ' ' || l.description as migration,
              l.installed_on::timestamptz as migrated_at
            from (select count(*) as many from ops.migration where success and version is not null) m,
              (select * from ops.migration where success and version is not null
                order by installed_rank desc limit 1) l
            """,
            row ->
                new DatabaseState(
                    row.getString("version"),
                    row.getLong("bytes"),
                    row.getLong("many"),
                    row.getString("migration"),
                    Sql.time(row, "migrated_at"),
                    row.getLong("connections"),
                    row.getLong("most")))
        .orElseThrow();
  }

  /** The nodes that listen now, the first that came first. */
  List<Present> nodes() {
    return sql
        .list(
            "select application_name, host(client_addr) as address, backend_start"
                + " from pg_stat_activity where datname = current_database()"
                + " and application_name like ? order by backend_start, pid",
            InstallationRows::present,
            Node.NAMES)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Present> present(ResultSet row) throws SQLException {
    String address = row.getString("address");
    var since = Sql.time(row, "backend_start");
    return Node.of(row.getString("application_name"))
        .map(node -> new Present(node, address, since));
  }
}
