package tracker.webhook;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tracker.feed.ChangeView;
import tracker.feed.Changes;
import tracker.feed.ChangesAsk;
import tracker.feed.ChangesPart;
import tracker.identity.Accounts;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.notify.Notifications;
import tracker.notify.OutgoingCall;
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
public class Walks {
  private static final int PART = 200;

  /** So many that failed one after the other stop it. */
  private static final int FAILING = 20;

  static final String STOPPED = "failing";

  @Inject private WebhookRows rows;
  @Inject private Changes changes;
  @Inject private Workflows workflows;
  @Inject private Notifications notifications;
  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** Those that are told what happens. */
  @Allowed(Right.INTERNAL)
  public List<UUID> active() {
    return rows.active();
  }

  /**
   * Tells one the next part of what happened.
   *
   * @return whether more is known already
   */
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
    List<ChangeView> whole = part.more() ? whole(part.items()) : part.items();
    Happened.among(whole).forEach(one -> tell(kept, one));
    String place =
        whole.size() == part.items().size() ? part.next() : whole.get(whole.size() - 1).cursor();
    if (!place.equals(kept.place())) {
      rows.reached(id, place);
    }
    return part.more();
  }

  // what one operation did to one thing is told at once, so its last changes wait for the rest
  private static List<ChangeView> whole(List<ChangeView> items) {
    int end = items.size();
    while (end > 0 && isSame(items.get(end - 1), items.get(items.size() - 1))) {
      end--;
    }
    return end == 0 ? items : items.subList(0, end);
  }

  private static boolean isSame(ChangeView one, ChangeView other) {
    return one.operationId().equals(other.operationId()) && one.entityId().equals(other.entityId());
  }

  private void tell(WebhookRows.Kept kept, Happened event) {
    WebhookView to = kept.view();
    boolean done = isDone(event);
    if (!event.isAmong(to.events(), done) || rows.isTold(to.id(), event.id())) {
      return;
    }
    String type = done && to.events().contains("task.done") ? "task.done" : event.type();
    UUID job =
        notifications.send(
            to.createdBy(),
            event.id(),
            new OutgoingCall(
                URI.create(to.url()), event.payload(type), kept.secrets(), Webhooks.line(to.id())));
    rows.told(to.id(), event.id(), type, job, clock.now());
  }

  private boolean isDone(Happened event) {
    List<String> came = event.statuses();
    return !came.isEmpty()
        && workflows
            .rules(event.changes().get(0).projectId())
            .find(came.get(came.size() - 1))
            .map(Status::category)
            .filter(Category.DONE::equals)
            .isPresent();
  }

  /** Pauses what fails each time, and tells its owner; the feed keeps what happens meanwhile. */
  private void stop(WebhookView one) {
    rows.change(
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
            null));
    notifications.hold(Webhooks.line(one.id()), true);
    Texts texts = Texts.in(caller.locale());
    String where = URI.create(one.url()).getHost();
    accounts
        .mailbox(one.createdBy())
        .ifPresent(
            to ->
                notifications.send(
                    one.createdBy(),
                    to,
                    texts.say(Text.of("webhook.stopped.subject", where)),
                    texts.say(Text.of("webhook.stopped.body", where, FAILING))));
  }
}
