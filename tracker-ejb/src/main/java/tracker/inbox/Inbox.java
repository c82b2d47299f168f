package tracker.inbox;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.feed.Changes;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.work.Tasks;

/**
 * The door to one's own notices and to how one wants to be told. Others' notices look unknown (404
 * NOTICE_NOT_FOUND); those of tasks that one does not see any more are hidden.
 */
@Stateless
public class Inbox {
  @Inject private InboxRows rows;
  @Inject private ChoiceRows choices;
  @EJB private Tasks tasks;
  @EJB private Changes changes;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** The newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<NoticeView> list(InboxAsk ask) {
    String task = ask.task();
    return rows.page(ask, task == null ? null : tasks.reach(task).id());
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public NoticeView one(UUID id) {
    return rows.one(id).orElseThrow(() -> Problem.of(InboxProblem.NOTICE_NOT_FOUND));
  }

  /** How many were not read. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public long unread() {
    return rows.unread();
  }

  /** Notes that one was read, or that it was not. */
  @Allowed(Right.SIGNED_IN)
  public NoticeView read(UUID id, boolean read) {
    if (one(id).read() != read) {
      rows.read(id, read ? clock.now() : null);
      changes.callOut(List.of(caller.id()));
    }
    return one(id);
  }

  /**
   * Notes that all were read.
   *
   * @param upTo this and those before it alone, so that what came meanwhile stays; null: all
   * @return how many were not read before
   */
  @Allowed(Right.SIGNED_IN)
  public int readAll(@Nullable UUID upTo) {
    if (upTo != null) {
      one(upTo);
    }
    int read = rows.readAll(upTo, clock.now());
    if (read > 0) {
      changes.callOut(List.of(caller.id()));
    }
    return read;
  }

  /** Notes that all was read that the caller was told of a task, which they look at. */
  @Allowed(Right.SIGNED_IN)
  public void readOf(String task) {
    if (rows.readOf(task, clock.now()) > 0) {
      changes.callOut(List.of(caller.id()));
    }
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public ChoiceView choice() {
    return choices.of(caller.id());
  }

  /** Changes how the caller is told; 412 STALE where another version was meant. */
  @Allowed(Right.SIGNED_IN)
  public ChoiceView choose(@Valid ChoiceChange change, @Nullable Long ifVersion) {
    ChoiceView old = choices.locked(caller.id());
    if (ifVersion != null && ifVersion != old.version()) {
      throw Problem.of(CommonProblem.STALE).current(old);
    }
    Optional<Integer> minutes = change.reminderMinutes();
    ChoiceView now =
        new ChoiceView(
            given("mail", change.mail(), old.mail()),
            given("daily_at", change.dailyAt(), old.dailyAt()),
            given("muted_reasons", change.mutedReasons(), old.mutedReasons()).stream()
                .distinct()
                .sorted()
                .toList(),
            minutes == null ? old.reminderMinutes() : minutes.orElse(null),
            old.version());
    if (now.equals(old)) {
      return old;
    }
    ChoiceView next =
        new ChoiceView(
            now.mail(),
            now.dailyAt(),
            now.mutedReasons(),
            now.reminderMinutes(),
            old.version() + 1);
    if (old.mail() != next.mail()) {
      rows.remail(caller.id(), next.mail());
    }
    choices.write(caller.id(), next, next(next.dailyAt(), caller.zone(), clock.now()));
    return next;
  }

  private static <T> T given(String field, @Nullable Optional<T> wanted, T old) {
    return wanted == null
        ? old
        : wanted.orElseThrow(() -> Problem.invalid(field, "invalid.required"));
  }

  /** When it is this time of the day next, there. */
  static Instant next(String time, ZoneId zone, Instant now) {
    ZonedDateTime there = now.atZone(zone);
    ZonedDateTime today = there.toLocalDate().atTime(LocalTime.parse(time)).atZone(zone);
    return (today.isAfter(there)
            ? today
            : there.toLocalDate().plusDays(1).atTime(LocalTime.parse(time)).atZone(zone))
        .toInstant();
  }
}
