package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Sql;

/** The rows of sessions and their refresh tokens; each method is one statement that decides. */
@ApplicationScoped
class SessionBook {
  private static final Duration FAMILIAR = Duration.ofDays(90);
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Caller caller;
  @Inject private IdentitySettings settings;

  /** An account as sign-in needs it; familiar where it signed in from this address lately. */
  record Known(UUID id, String hash, boolean active, boolean familiar) {
    @Nullable String usable() {
      return active ? hash : null;
    }
  }

  /** A session that was just opened or carried on. */
  record Opened(UUID sessionId, UUID accountId, Role role) {}

  Optional<Known> known(String email, String address) {
    return sql.first(
        """
        select a.id, a.password_hash, a.active, exists (
          select 1 from auth.login_audit l
          where l.user_id = a.id and l.success and l.ip = ? and l.at > ?) as familiar
        from auth.account a where a.email = ?
        """,
        row ->
            new Known(
                row.getObject("id", UUID.class),
                row.getString("password_hash"),
                row.getBoolean("active"),
                row.getBoolean("familiar")),
        address,
        clock.now().minus(FAMILIAR),
        email);
  }

  /** Opens a session and notes it; empty where the account changed since its hash was read. */
  Optional<Opened> open(Known account, String kind, String secret) {
    Instant now = clock.now();
    Instant end = now.plus(settings.sessionLife());
    byte[] hash = Secret.hash(secret);
    return sql.first(
        """
        with fresh as (
          insert into auth.session (id, account_id, kind, secret_hash, ip, user_agent,
            created_at, last_seen_at, expires_at)
          select ?, id, ?, ?::bytea, ?, ?, ?, ?, ? from auth.account
          where id = ? and active and password_hash = ?
          returning id, account_id, kind, ip, user_agent
        ), token as (
          insert into auth.refresh_token (token_hash, session_id, created_at, expires_at)
          select ?, id, ?, ? from fresh where kind = 'api'
        ), noted as (
          insert into auth.login_audit (id, user_id, ip, user_agent, at, success)
          select ?, account_id, ip, user_agent, ?, true from fresh
        )
        select f.id as session, a.id, a.role from fresh f join auth.account a on a.id = f.account_id
        """,
        SessionBook::opened,
        Ids.next(),
        kind,
        kind.equals("page") ? hash : null,
        caller.address(),
        caller.userAgent(),
        now,
        now,
        end,
        account.id(),
        account.hash(),
        hash,
        now,
        end,
        Ids.next(),
        now);
  }

  /** Uses a refresh token up for the next one; of many at once one succeeds. */
  Optional<Opened> rotate(String refresh, String next) {
    Instant now = clock.now();
    Instant end = now.plus(settings.sessionLife());
    return sql.first(
        """
        with used as (
          update auth.refresh_token r set used_at = ?
          from auth.session s join auth.account a on a.id = s.account_id
          where r.token_hash = ? and r.used_at is null and r.expires_at > ?
            and s.id = r.session_id and s.ended_at is null and s.expires_at > ? and a.active
          returning s.id as session, a.id, a.role
        ), fresh as (
          insert into auth.refresh_token (token_hash, session_id, created_at, expires_at)
          select ?, session, ?, ? from used
        ), alive as (
          update auth.session set last_seen_at = ?, expires_at = ?
          from used where auth.session.id = used.session
        )
        select * from used
        """,
        SessionBook::opened,
        now,
        Secret.hash(refresh),
        now,
        now,
        Secret.hash(next),
        now,
        end,
        now,
        end);
  }

  /** Ends the family of a token that was used before. */
  Optional<UUID> endReused(String refresh) {
    return endWhere(
        "id = (select session_id from auth.refresh_token"
            + " where token_hash = ? and used_at is not null)",
        Secret.hash(refresh));
  }

  /** Ends the session of this token, used or not. */
  Optional<UUID> endOf(String refresh) {
    return endWhere(
        "id = (select session_id from auth.refresh_token where token_hash = ?)",
        Secret.hash(refresh));
  }

  /** Ends a session of this account; empty where there is none that lives. */
  Optional<UUID> end(UUID session, UUID account) {
    return endWhere("id = ? and account_id = ?", session, account);
  }

  private Optional<UUID> endWhere(String which, Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = clock.now();
    System.arraycopy(args, 0, all, 1, args.length);
    return sql.first(
        "update auth.session set ended_at = ? where ended_at is null and "
            + which
            + " returning id",
        row -> row.getObject("id", UUID.class),
        all);
  }

  List<SessionView> of(UUID account, UUID current) {
    return sql.list(
        "select * from auth.session where account_id = ? and ended_at is null and expires_at > ?"
            + " order by id desc",
        row -> view(row, current),
        account,
        clock.now());
  }

  /** Takes away what ended long ago. */
  void tidy() {
    Instant old = clock.now().minus(KEPT);
    sql.change("delete from auth.session where expires_at < ? or ended_at < ?", old, old);
  }

  private static SessionView view(ResultSet row, UUID current) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new SessionView(
        id,
        row.getString("kind"),
        row.getString("ip"),
        row.getString("user_agent"),
        Sql.time(row, "created_at"),
        Sql.time(row, "last_seen_at"),
        Sql.time(row, "expires_at"),
        id.equals(current));
  }

  private static Opened opened(ResultSet row) throws SQLException {
    return new Opened(
        row.getObject("session", UUID.class),
        row.getObject("id", UUID.class),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)));
  }
}
