package tracker.webhook;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.feed.Changes;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.notify.CallUrl;
import tracker.notify.JobView;
import tracker.notify.Notifications;
import tracker.notify.Outgoing;
import tracker.project.ProjectProblem;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;

/**
 * The door to webhooks. Each is seen by its owner and by administrators; to others it looks unknown
 * (404 WEBHOOK_NOT_FOUND). It tells what its owner may see at the time of telling.
 */
@Stateless
public class Webhooks {
  /** So many an account has at most. */
  private static final int MOST = 200;

  private static final int SECRET = 32;
  private static final Duration OVERLAP = Duration.ofHours(24);

  @Inject private WebhookRows rows;
  @Inject private WebhookHistory history;
  @EJB private Notifications notifications;
  @EJB private Changes changes;
  @EJB private Projects projects;
  @Inject private Caller caller;
  @Inject private Clock clock;

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<WebhookView> list(PageAsk ask) {
    return rows.page(ask);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public WebhookView one(UUID id) {
    return rows.one(id).orElseThrow(Webhooks::unknown);
  }

  /**
   * Makes one that is told what happens from now on; the answer is the only one with its secret.
   */
  @Allowed(Right.SIGNED_IN)
  public WebhookView create(@Valid NewWebhook wanted) {
    if (rows.count(caller.id()) >= MOST) {
      throw Problem.of(WebhookProblem.TOO_MANY_WEBHOOKS, MOST);
    }
    Instant now = clock.now();
    String project = wanted.project();
    WebhookView made =
        new WebhookView(
            Ids.next(),
            CallUrl.of(wanted.url()).toString(),
            EventWords.checked(wanted.events()),
            project == null ? null : project(project),
            !Boolean.FALSE.equals(wanted.active()),
            null,
            caller.id(),
            now,
            now,
            1,
            null);
    String secret = secret();
    rows.add(made, secret, changes.end());
    history.created(made);
    return made.with(secret);
  }

  /** Changes it; 412 STALE with the present state where another version was meant. */
  @Allowed(Right.SIGNED_IN)
  public WebhookView change(UUID id, @Valid WebhookChange change, @Nullable Long ifVersion) {
    WebhookRows.Kept kept = own(id, ifVersion);
    WebhookView old = kept.view();
    Optional<String> url = change.url();
    Optional<List<String>> events = change.events();
    Optional<String> project = change.project();
    Optional<Boolean> active = change.active();
    boolean on = active == null ? old.active() : given("active", active);
    WebhookView changed =
        new WebhookView(
            id,
            url == null ? old.url() : CallUrl.of(given("url", url)).toString(),
            events == null ? old.events() : EventWords.checked(given("events", events)),
            project == null ? old.projectId() : project.map(this::project).orElse(null),
            on,
            on ? null : old.stopped(),
            old.createdBy(),
            old.createdAt(),
            clock.now(),
            old.version() + 1,
            null);
    if (isSame(old, changed)) {
      return old;
    }
    rows.change(changed);
    history.changed(old, changed);
    if (!old.url().equals(changed.url())) {
      notifications.readdress(line(id), URI.create(changed.url()), kept.secrets());
    }
    if (old.active() != changed.active()) {
      notifications.hold(line(id), !changed.active());
    }
    return changed;
  }

  private static boolean isSame(WebhookView one, WebhookView other) {
    return one.url().equals(other.url())
        && one.events().equals(other.events())
        && Objects.equals(one.projectId(), other.projectId())
        && one.active() == other.active();
  }

  /** Pauses it, what happens meanwhile is kept; or lets it go on from there. */
  @Allowed(Right.SIGNED_IN)
  public WebhookView activate(UUID id, boolean active) {
    return change(id, new WebhookChange(null, null, null, Optional.of(active)), null);
  }

  /** Gives it another secret; for a day calls are signed with both. */
  @Allowed(Right.SIGNED_IN)
  public WebhookView rotate(UUID id) {
    own(id, null);
    String secret = secret();
    rows.rotate(id, secret, clock.now().plus(OVERLAP));
    history.rotated(id);
    WebhookRows.Kept kept = rows.locked(id, clock.now()).orElseThrow(Webhooks::unknown);
    notifications.readdress(line(id), URI.create(kept.view().url()), kept.secrets());
    return kept.view().with(secret);
  }

  /** Removes it; what waits for it is not sent any more. */
  @Allowed(Right.SIGNED_IN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    WebhookRows.Kept kept = own(id, ifVersion);
    notifications.cancelAll(line(id));
    rows.delete(id);
    history.deleted(kept.view());
  }

  /** Calls it with an event of its own, paused or not. */
  @Allowed(Right.SIGNED_IN)
  public JobView test(UUID id) {
    WebhookRows.Kept kept = own(id, null);
    UUID event = Ids.next();
    Instant now = clock.now();
    String payload =
        Json.write(
            Map.of(
                "id",
                event,
                "type",
                "webhook.test",
                "timestamp",
                now,
                "data",
                Map.of("webhook_id", id)));
    UUID job =
        notifications.send(
            kept.view().createdBy(),
            event,
            new Outgoing.Call(
                URI.create(kept.view().url()), payload, kept.secrets(), line(id) + " test"));
    rows.told(id, event, "webhook.test", job, now);
    return notifications.one(job);
  }

  /** What it was told, the last first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<DeliveryView> deliveries(UUID id, PageAsk ask) {
    return rows.log(one(id).id(), ask);
  }

  /** What is told to one goes out in its order. */
  static String line(UUID id) {
    return "webhook " + id;
  }

  private WebhookRows.Kept own(UUID id, @Nullable Long ifVersion) {
    one(id);
    WebhookRows.Kept kept = rows.locked(id, clock.now()).orElseThrow(Webhooks::unknown);
    if (ifVersion != null && ifVersion != kept.view().version()) {
      throw Problem.of(CommonProblem.STALE).current(kept.view());
    }
    return kept;
  }

  private UUID project(String idOrKey) {
    try {
      return projects.reached(idOrKey, Reach.SEE).id();
    } catch (Problem unknown) {
      if (unknown.code() != ProjectProblem.PROJECT_NOT_FOUND) {
        throw unknown;
      }
      throw Problem.invalid("project", "invalid.project");
    }
  }

  private static <T> T given(String field, Optional<T> value) {
    return value.orElseThrow(() -> Problem.invalid(field, "invalid.required"));
  }

  private static String secret() {
    byte[] key = new byte[SECRET];
    new SecureRandom().nextBytes(key);
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  private static Problem unknown() {
    return Problem.of(WebhookProblem.WEBHOOK_NOT_FOUND);
  }
}
