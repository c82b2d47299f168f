package tracker.inbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Sql;

/** Keeps how people want to be told. */
@Dependent
class ChoiceRows {
  static final ChoiceView USUAL = new ChoiceView(MailMode.NOW, "08:00", List.of(), null, 1);
  private static final int KEY = 32;

  private static final String READ =
      "select mail, to_char(daily_at, 'HH24:MI') as daily_at, muted, reminder_minutes, version,"
          + " link_key from inbox.choice where account_id = ?";

  private final Sql sql;

  @Inject
  ChoiceRows(Sql sql) {
    this.sql = sql;
  }

  ChoiceView of(UUID account) {
    return sql.first(READ, ChoiceRows::view, account).orElse(USUAL);
  }

  /** For writing; a row is there then. */
  ChoiceView locked(UUID account) {
    begin(account);
    return sql.first(READ + " for update", ChoiceRows::view, account).orElseThrow();
  }

  private void begin(UUID account) {
    byte[] key = new byte[KEY];
    new SecureRandom().nextBytes(key);
    sql.change(
        "insert into inbox.choice (account_id, link_key) values (?, ?) on conflict do nothing",
        account,
        key);
  }

  void write(UUID account, ChoiceView now, @Nullable Instant nextDaily) {
    sql.change(
        "update inbox.choice set mail = ?, daily_at = ?::time, muted = ?, reminder_minutes = ?,"
            + " version = ?, next_daily = coalesce(?, next_daily) where account_id = ?",
        now.mail(),
        now.dailyAt(),
        now.mutedReasons().stream().map(Reason::word).toList(),
        now.reminderMinutes(),
        now.version(),
        nextDaily,
        account);
  }

  /** What proves links for this account; made when it is asked for first. */
  byte[] key(UUID account) {
    Optional<byte[]> kept = keptKey(account);
    if (kept.isEmpty()) {
      begin(account);
      kept = keptKey(account);
    }
    return kept.orElseThrow();
  }

  /** The same; empty where nothing was ever proved for it. */
  Optional<byte[]> keptKey(UUID account) {
    return sql.first(READ, row -> row.getBytes("link_key"), account);
  }

  /** Takes one whose daily mail is due, so that no other node does; empty where there is none. */
  Optional<UUID> daily(Instant now) {
    return sql.first(
        "select account_id from inbox.choice where mail = 'daily' and next_daily <= ?"
            + " order by next_daily limit 1 for update skip locked",
        row -> row.getObject(1, UUID.class),
        now);
  }

  void nextDaily(UUID account, Instant next) {
    sql.change("update inbox.choice set next_daily = ? where account_id = ?", next, account);
  }

  private static ChoiceView view(ResultSet row) throws SQLException {
    int minutes = row.getInt("reminder_minutes");
    Integer reminder = row.wasNull() ? null : minutes;
    return new ChoiceView(
        MailMode.of(row.getString("mail")),
        row.getString("daily_at"),
        Sql.texts(row, "muted").stream().map(Reason::of).toList(),
        reminder,
        row.getLong("version"));
  }
}
