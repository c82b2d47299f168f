package tracker.webhook;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tracker.feed.Changes;
import tracker.feed.ChangesAsk;
import tracker.feed.ChangesPart;
import tracker.feed.Follower;
import tracker.feed.Happened;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.notify.Notifications;
import tracker.notify.Outgoing;
import tracker.shared.Clock;
import tracker.shared.Text;
import tracker.shared.Texts;
import tracker.workflow.Category;
import tracker.workflow.Status;
import tracker.workflow.Workflows;

/**
 * Walks the feed for webhooks, as their owners and with their rights of now. The calls and the
 * place up to which it was walked are one transaction, so each event is told once.
 */
@Stateless
@Local(Follower.class)
@LocalBean
public class Walks implements Follower {
  private static final int PART = 200;

  /** So many that failed one after the other stop it. */
  private static final int FAILING = 20;

  static final String STOPPED = "failing";

  @Inject private WebhookRows rows;
  @Inject private WebhookHistory history;
  @EJB private Changes changes;
  @EJB private Workflows workflows;
  @EJB private Notifications notifications;
  @EJB private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** Those that are told what happens. */
  @Override
  @Allowed(Right.INTERNAL)
  public List<UUID> walkers() {
    return rows.active();
  }

  /** Tells one the next part of what happened. */
  @Override
  @Allowed(Right.INTERNAL)
  public boolean step(UUID id) {
    Optional<WebhookRows.Kept> found =
        rows.locked(id, clock.now()).filter(one -> one.view().active());
    if (found.isEmpty()) {
      return false;
    }
    WebhookRows.Kept kept = found.get();
    Optional<Caller.SignedIn> owner = accounts.asNow(kept.view().createdBy());
    if (owner.isEmpty()) {
      return false; // waits: an account can be switched on again
    }
    caller.signIn(owner.get());
    if (rows.isFailing(kept.view(), FAILING)) {
      stop(kept.view());
      return false;
    }
    UUID project = kept.view().projectId();
    ChangesPart part =
        changes.after(
            ChangesAsk.of(
                kept.place(),
                Integer.toString(PART),
                project == null ? null : project.toString(),
                null));
    ChangesPart whole = part.ofWholes();
    Happened.among(whole.items()).forEach(one -> tell(kept, one));
    String place = whole.next();
    if (!place.equals(kept.place())) {
      rows.reached(id, place);
    }
    return part.more();
  }

  private void tell(WebhookRows.Kept kept, Happened event) {
    WebhookView to = kept.view();
    boolean done = isDone(event);
    if (!EventWords.ask(to.events(), event, done) || rows.isTold(to.id(), event.id())) {
      return;
    }
    String type = done && to.events().contains("task.done") ? "task.done" : event.type();
    UUID job =
        notifications.send(
            to.createdBy(),
            event.id(),
            new Outgoing.Call(
                URI.create(to.url()),
                Payload.of(event, type),
                kept.secrets(),
                Webhooks.line(to.id())));
    rows.told(to.id(), event.id(), type, job, clock.now());
  }

  private boolean isDone(Happened event) {
    List<String> came = event.statuses();
    return !came.isEmpty()
        && workflows
            .rules(event.first().projectId())
            .find(came.get(came.size() - 1))
            .map(Status::category)
            .filter(Category.DONE::equals)
            .isPresent();
  }

  /** Pauses what fails each time, and tells its owner; the feed keeps what happens meanwhile. */
  private void stop(WebhookView one) {
    WebhookView stopped =
        new WebhookView(
            one.id(),
            one.url(),
            one.events(),
            one.projectId(),
            false,
            STOPPED,
            one.createdBy(),
            one.createdAt(),
            clock.now(),
            one.version() + 1,
            null);
    rows.change(stopped);
    history.changed(one, stopped);
    notifications.hold(Webhooks.line(one.id()), true);
    Texts texts = Texts.in(caller.locale());
    String where = URI.create(one.url()).getHost();
    accounts
        .mailbox(one.createdBy())
        .ifPresent(
            to ->
                notifications.send(
                    one.createdBy(),
                    Outgoing.Mail.plain(
                        to,
                        texts.say(Text.of("webhook.stopped.subject", where)),
                        texts.say(Text.of("webhook.stopped.body", where, FAILING)))));
  }
}
