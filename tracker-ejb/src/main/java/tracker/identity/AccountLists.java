package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;
import tracker.shared.Storable;

/** Reads accounts straight into records. */
@ApplicationScoped
class AccountLists {
  @Inject private Sql sql;

  protected AccountLists() {}

  AccountLists(Sql sql) {
    this.sql = sql;
  }

  Optional<AccountView> one(UUID id) {
    return sql.first(
        "select * from auth.account where id = ? and removed_at is null", AccountLists::view, id);
  }

  /**
   * Accounts by name; the cursor is the id of the last one seen.
   *
   * @param everybody also the inactive, and searched by e-mail too
   */
  Page<AccountView> page(@Nullable String text, boolean everybody, PageAsk ask) {
    Storable.check("q", text);
    List<Object> args = new ArrayList<>();
    StringBuilder where = new StringBuilder("removed_at is null");
    if (!everybody) {
      where.append(" and active");
    }
    if (text != null && !text.isBlank()) {
      String like = "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
      where.append(
          everybody ? " and (lower(name) like ? or email like ?)" : " and lower(name) like ?");
      args.add(like);
      if (everybody) {
        args.add(like);
      }
    }
    long total =
        sql.first(
                "select count(*) from auth.account where " + where,
                row -> row.getLong(1),
                args.toArray())
            .orElse(0L);
    return part(where.toString(), args, total, ask);
  }

  private Page<AccountView> part(String where, List<Object> args, long total, PageAsk ask) {
    String after = "";
    if (ask.cursor() != null) {
      after = " and (lower(name), id) > (select lower(name), id from auth.account where id = ?)";
      args.add(cursor(ask));
    }
    args.add(ask.limit() + 1);
    args.add(ask.cursor() == null ? ask.offset() : 0L);
    List<AccountView> rows =
        sql.list(
            "select * from auth.account where "
                + where
                + after
                + " order by lower(name), id limit ? offset ?",
            AccountLists::view,
            args.toArray());
    return Page.of(rows, total, ask, last -> Cursor.write(last.id()));
  }

  Optional<AccountView> firstAdministrator() {
    return sql.first(
        "select * from auth.account where role = 'admin' and active and removed_at is null"
            + " order by created_at, id limit 1",
        AccountLists::view);
  }

  Optional<AccountView> active(UUID id) {
    return sql.first(
        "select * from auth.account where id = ? and active and removed_at is null",
        AccountLists::view,
        id);
  }

  /** Active accounts by lower-case name. */
  Map<String, List<UUID>> called(Collection<String> names) {
    Map<String, List<UUID>> found = new HashMap<>();
    sql.list(
            "select lower(name), id from auth.account"
                + " where active and removed_at is null and lower(name) = any(?)",
            row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)),
            names)
        .forEach(
            one ->
                found.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(one.getValue()));
    return found;
  }

  /** The id that a cursor of this package is; 422 for other texts. */
  static UUID cursor(PageAsk ask) {
    String cursor = Objects.requireNonNullElse(ask.cursor(), "");
    UUID id = Ids.parse(Cursor.read(cursor, 1)[0]);
    if (id == null) {
      throw Cursor.wrong();
    }
    return id;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static AccountView view(ResultSet row) throws SQLException {
    @Nullable String email = row.getString("email");
    @Nullable String locale = row.getString("locale");
    @Nullable String zone = row.getString("time_zone");
    return new AccountView(
        row.getObject("id", UUID.class),
        email == null ? "" : email,
        row.getString("name"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getBoolean("active"),
        locale,
        zone,
        row.getString("theme"),
        Sql.time(row, "created_at"),
        row.getLong("version"));
  }
}
