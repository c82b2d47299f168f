package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** Who tried to sign in, from where; successes are written together with their session. */
@ApplicationScoped
class LoginAudit {
  private static final Duration KEPT = Duration.ofDays(365);

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Caller caller;

  void failed(@Nullable UUID account) {
    sql.change(
        "insert into auth.login_audit (id, user_id, ip, user_agent, at, success)"
            + " values (?, ?, ?, ?, ?, false)",
        Ids.next(),
        account,
        caller.address(),
        caller.userAgent(),
        clock.now());
  }

  /** Newest first; the cursor is the id of the last one seen. */
  Page<LoginEntry> of(UUID account, PageAsk ask) {
    long total =
        sql.first(
                "select count(*) from auth.login_audit where user_id = ?",
                row -> row.getLong(1),
                account)
            .orElse(0L);
    List<Object> args = new ArrayList<>(List.of(account));
    if (ask.cursor() != null) {
      args.add(AccountLists.cursor(ask));
    }
    args.add(ask.limit() + 1);
    args.add(ask.cursor() == null ? ask.offset() : 0L);
    List<LoginEntry> rows =
        sql.list(
            "select * from auth.login_audit where user_id = ?"
                + (ask.cursor() == null ? "" : " and id < ?")
                + " order by id desc limit ? offset ?",
            row ->
                new LoginEntry(
                    row.getObject("id", UUID.class),
                    Sql.id(row, "user_id"),
                    row.getString("ip"),
                    row.getString("user_agent"),
                    Sql.time(row, "at"),
                    row.getBoolean("success")),
            args.toArray());
    return Page.of(rows, total, ask, last -> Cursor.write(last.id()));
  }

  /** Takes away what is older than a year. */
  void tidy() {
    sql.change("delete from auth.login_audit where at < ?", clock.now().minus(KEPT));
  }
}
