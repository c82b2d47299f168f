package tracker.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tracker.backup.Manifest.SequencePart;

/** What PostgreSQL knows of our schema: ours is what belongs to whom the migrations belong to. */
final class Catalog {
  private static final String OURS =
      " n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')"
          + " and c.relowner = (select relowner from pg_class"
          + " where oid = 'ops.migration'::regclass)";

  /** A table by its name with the schema, and its columns as COPY takes them. */
  record Table(String name, String columns) {}

  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  /** All with rows of people and of the product, those that others lean on before those others. */
  List<Table> tables() throws SQLException {
    Map<String, Table> left = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select quote_ident(n.nspname) || '.' || quote_ident(c.relname),"
                    + " (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)"
                    + " from pg_attribute a where a.attrelid = c.oid and a.attnum > 0"
                    + " and not a.attisdropped and a.attgenerated = '')"
                    + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind = 'r' and c.oid <> 'ops.migration'::regclass and"
                    + OURS
                    + " order by 1")) {
      while (rows.next()) {
        left.put(rows.getString(1), new Table(rows.getString(1), rows.getString(2)));
      }
    }
    return ordered(left, needs());
  }

  private Map<String, Set<String>> needs() throws SQLException {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select quote_ident(n.nspname) || '.' || quote_ident(c.relname),"
                    + " quote_ident(m.nspname) || '.' || quote_ident(d.relname)"
                    + " from pg_constraint k"
                    + " join pg_class c on c.oid = k.conrelid"
                    + " join pg_namespace n on n.oid = c.relnamespace"
                    + " join pg_class d on d.oid = k.confrelid"
                    + " join pg_namespace m on m.oid = d.relnamespace"
                    + " where k.contype = 'f' and k.conrelid <> k.confrelid and"
                    + OURS)) {
      while (rows.next()) {
        needs.computeIfAbsent(rows.getString(1), name -> new TreeSet<>()).add(rows.getString(2));
      }
    }
    return needs;
  }

  private static List<Table> ordered(Map<String, Table> left, Map<String, Set<String>> needs) {
    List<Table> order = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Table> free =
          left.values().stream()
              .filter(
                  one ->
                      needs.getOrDefault(one.name(), Set.of()).stream()
                          .noneMatch(left::containsKey))
              .toList();
      if (free.isEmpty()) {
        throw new BackupFailed(
            "These tables lean on each other in a circle: " + left.keySet() + ".");
      }
      order.addAll(free);
      free.forEach(one -> left.remove(one.name()));
    }
    return order;
  }

  List<SequencePart> sequences() throws SQLException {
    List<SequencePart> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select quote_ident(n.nspname) || '.' || quote_ident(c.relname),"
                    + " pg_sequence_last_value(c.oid)"
                    + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind = 'S' and"
                    + OURS
                    + " order by 1")) {
      while (rows.next()) {
        found.add(new SequencePart(rows.getString(1), rows.getObject(2, Long.class)));
      }
    }
    return found;
  }

  /** Versions of the schema, in the order they were applied; none where there is no schema. */
  List<String> migrations() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("select to_regclass('ops.migration') is not null")) {
        rows.next();
        if (!rows.getBoolean(1)) {
          return List.of();
        }
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select version from ops.migration where success and version is not null"
                  + " order by installed_rank")) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
