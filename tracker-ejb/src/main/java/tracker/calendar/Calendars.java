package tracker.calendar;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.hotel.Hotels;
import tracker.hotel.Rooms;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** The door to calendars and the secret links to them. */
@Stateless
public class Calendars {
  /** So many links an account has at most. */
  private static final int MOST = 100;

  private static final int SECRET = 32;
  private static final int DAYS_BACK = 90;
  private static final int DAYS_AHEAD = 400;

  @Inject private Entries entries;
  @EJB private Hotels hotels;
  @EJB private Rooms rooms;
  @EJB private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Sql sql;

  private record Kept(UUID owner, @Nullable UUID room) {}

  /** What the caller has to do and where they sleep, from one day to another. */
  @Allowed(Right.SIGNED_IN)
  public CalendarView of(LocalDate from, LocalDate to) {
    if (!from.isBefore(to) || from.plusDays(DAYS_AHEAD).isBefore(to)) {
      throw Problem.invalid("to", "invalid.calendar_days", DAYS_AHEAD);
    }
    return entries.own(from, to);
  }

  /**
   * The same for a page: tasks that are done are there too. Of a project it is all of its tasks
   * that are due in these days, whoever has them, and no bookings.
   *
   * @param project key or id; null: the caller's own
   */
  @Allowed(Right.SIGNED_IN)
  public CalendarView shown(LocalDate from, LocalDate to, @Nullable String project) {
    if (!from.isBefore(to) || from.plusDays(DAYS_AHEAD).isBefore(to)) {
      throw Problem.invalid("to", "invalid.calendar_days", DAYS_AHEAD);
    }
    return entries.shown(from, to, project);
  }

  /** The caller's links, the oldest first; without what is secret. */
  @Allowed(Right.SIGNED_IN)
  public List<CalendarLink> links() {
    return sql.list(
        "select id, room_id, created_at from calendar.link where created_by = ?"
            + " order by created_at, id",
        Calendars::view,
        caller.id());
  }

  /** Makes a link; the answer is the only one with its path. */
  @Allowed(Right.SIGNED_IN)
  public CalendarLink create(@Valid NewCalendarLink wanted) {
    if (links().size() >= MOST) {
      throw Problem.of(CalendarProblem.TOO_MANY_CALENDARS, MOST);
    }
    UUID room = wanted.roomId();
    if (room != null) {
      hotels.checkRun(
          rooms
              .held(room)
              .orElseThrow(() -> Problem.invalid("room_id", "invalid.no_such"))
              .hotelId());
    }
    byte[] key = new byte[SECRET];
    new SecureRandom().nextBytes(key);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    UUID id = Ids.next();
    Instant now = clock.now();
    sql.change(
        "insert into calendar.link (id, secret_hash, room_id, created_by, created_at)"
            + " values (?, ?, ?, ?, ?)",
        id,
        hash(secret),
        room,
        caller.id(),
        now);
    return new CalendarLink(id, room, now, "/api/calendars/" + secret);
  }

  /** Takes a link back: nobody reads the calendar under it any more. */
  @Allowed(Right.SIGNED_IN)
  public void revoke(UUID id) {
    int gone =
        sql.change("delete from calendar.link where id = ? and created_by = ?", id, caller.id());
    if (gone == 0) {
      throw unknown();
    }
  }

  /** The calendar under a secret, as its owner may see it now. */
  @Allowed(Right.ANYONE)
  public String read(String secret) {
    Kept kept =
        sql.first(
                "select created_by, room_id from calendar.link where secret_hash = ?",
                row -> new Kept(row.getObject(1, UUID.class), Sql.id(row, "room_id")),
                hash(secret))
            .orElseThrow(Calendars::unknown);
    caller.signIn(accounts.asNow(kept.owner()).orElseThrow(Calendars::unknown));
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    LocalDate from = today.minusDays(DAYS_BACK);
    LocalDate to = today.plusDays(DAYS_AHEAD);
    UUID room = kept.room();
    if (room == null) {
      return entries.written(entries.own(from, to));
    }
    return entries.written(room, from, to);
  }

  private static CalendarLink view(ResultSet row) throws SQLException {
    return new CalendarLink(
        row.getObject("id", UUID.class), Sql.id(row, "room_id"), Sql.time(row, "created_at"), null);
  }

  private static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Problem unknown() {
    return Problem.of(CalendarProblem.CALENDAR_NOT_FOUND);
  }
}
