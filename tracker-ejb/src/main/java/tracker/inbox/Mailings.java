package tracker.inbox;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.notify.Notifications;
import tracker.shared.Clock;

/**
 * Sends notices by mail. What happens to one person within a few seconds is one mail, so that many
 * changes do not become many mails; that a notice was mailed and the mail are one transaction.
 */
@Stateless
public class Mailings {
  /** So long the first notice waits for others. */
  private static final Duration GATHERING = Duration.ofSeconds(5);

  private static final int MOST = 1000;

  @Inject private InboxRows rows;
  @Inject private ChoiceRows choices;
  @Inject private Letter letter;
  @EJB private Accounts accounts;
  @EJB private Notifications notifications;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** Whose mail is due. */
  @Allowed(Right.INTERNAL)
  public List<UUID> waiting() {
    return rows.waiting(clock.now().minus(GATHERING));
  }

  /** Sends somebody what waits for a mail. */
  @Allowed(Right.INTERNAL)
  public void send(UUID account) {
    send(account, MailMode.NOW);
  }

  /**
   * Sends one person what came since the last daily mail, at the hour that they chose.
   *
   * @return whether there was one
   */
  @Allowed(Right.INTERNAL)
  public boolean sendDaily() {
    Instant now = clock.now();
    Optional<UUID> account = choices.daily(now);
    account.ifPresent(
        id -> {
          send(id, MailMode.DAILY);
          String time = choices.of(id).dailyAt();
          choices.nextDaily(
              id,
              accounts
                  .asNow(id)
                  .map(one -> Inbox.next(time, caller.zone(), now))
                  .orElse(now.plus(Duration.ofDays(1))));
        });
    return account.isPresent();
  }

  private void send(UUID account, MailMode mode) {
    Optional<Caller.SignedIn> person = accounts.asNow(account);
    if (person.isEmpty()) {
      rows.remail(account, null);
      return;
    }
    caller.speaks(Locale.ENGLISH); // who chose no language
    caller.signIn(person.get());
    List<NoticeView> notices = rows.takeForMail(mode, MOST);
    if (!notices.isEmpty()) {
      String to = accounts.mailbox(account).orElseThrow();
      notifications.send(account, letter.of(to, notices, mode));
    }
  }
}
