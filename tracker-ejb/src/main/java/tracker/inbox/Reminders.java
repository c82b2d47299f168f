package tracker.inbox;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tracker.feed.Changes;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Settings;

/**
 * Reminds people of what is due soon: who has the task, or who made it where nobody has it. Once
 * for each date that a task gets; what is done, deleted or muted is not spoken of.
 */
@Stateless
public class Reminders {
  private static final int USUAL = 60;
  private static final int LONGEST = 10_080;

  @Inject private NoticeRows rows;
  @Inject private Whom whom;
  @EJB private Changes changes;
  @Inject private Clock clock;

  /** How long before something is due people are reminded who chose nothing: REMINDER_MINUTES. */
  static int usualMinutes() {
    return Settings.ofProcess().number("REMINDER_MINUTES", USUAL, 1, LONGEST);
  }

  /**
   * Tells who is to be reminded now. What came due while nobody looked is spoken of too; nothing
   * where another node is at it.
   */
  @Allowed(Right.INTERNAL)
  public void remind() {
    Optional<Instant> until = rows.remindedUntil();
    if (until.isEmpty()) {
      return;
    }
    Instant now = clock.now();
    Instant since = until.get().isBefore(now) ? until.get() : now;
    List<Whom.One> all = rows.due(since, now, Duration.ofMinutes(usualMinutes()));
    List<NoticeRows.Notice> notices = new ArrayList<>();
    whom.seeing(all)
        .byTask()
        .values()
        .forEach(some -> some.forEach(one -> notices.add(notice(one, now))));
    Set<UUID> told = rows.add(notices);
    if (!told.isEmpty()) {
      changes.callOut(told);
    }
    rows.reminded(now);
  }

  private static NoticeRows.Notice notice(Whom.One one, Instant now) {
    return new NoticeRows.Notice(
        Ids.next(),
        one.account(),
        Objects.requireNonNull(one.event()),
        "task.due",
        now,
        Reason.DUE,
        one.task(),
        null,
        null,
        null,
        List.of(),
        1,
        one.mail());
  }
}
