package tracker.inbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.Problem;

/**
 * The door behind the links in mails: whoever has the mail may turn off what it speaks of, and on
 * again. A link that is none of ours is 404 MUTE_LINK_NOT_FOUND.
 */
@Stateless
public class Muting {
  @Inject private ChoiceRows choices;
  @Inject private StandingRows standings;
  @Inject private InboxRows rows;
  @Inject private Clock clock;

  /** What a link turns off. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.ANYONE)
  public MuteLink look(String token) {
    return MuteLink.read(token)
        .filter(
            link ->
                choices
                    .keptKey(link.account())
                    .filter(key -> link.isProved(token, key))
                    .isPresent())
        .orElseThrow(() -> Problem.of(InboxProblem.MUTE_LINK_NOT_FOUND));
  }

  /** Whether it is turned off now. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.ANYONE)
  public boolean isOff(String token) {
    MuteLink link = look(token);
    UUID task = link.task();
    Reason reason = link.reason();
    ChoiceView now = choices.of(link.account());
    return task != null
        ? standings.of(task, link.account()).muted()
        : reason == null ? now.mail() == MailMode.NONE : now.mutedReasons().contains(reason);
  }

  /** Turns it off, or on again. */
  @Allowed(Right.ANYONE)
  public MuteLink turn(String token, boolean off) {
    MuteLink link = look(token);
    UUID account = link.account();
    UUID task = link.task();
    if (task != null) {
      if (off) {
        standings.put(account, task, true, clock.now());
      } else {
        standings.remove(account, task, true);
      }
      return link;
    }
    ChoiceView old = choices.locked(account);
    Reason reason = link.reason();
    List<Reason> muted = new ArrayList<>(old.mutedReasons());
    MailMode mail = old.mail();
    if (reason == null) {
      mail = off ? MailMode.NONE : MailMode.NOW;
      rows.remail(account, mail);
    } else {
      muted.remove(reason);
      if (off) {
        muted.add(reason);
      }
    }
    choices.write(
        account,
        new ChoiceView(
            mail,
            old.dailyAt(),
            muted.stream().sorted().toList(),
            old.reminderMinutes(),
            old.version() + 1),
        null);
    return link;
  }
}
