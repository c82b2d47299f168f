package tracker.notify;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;

/**
 * The door to messages that leave the house. Each is seen by who asked for it and by
 * administrators; to others it looks unknown (404).
 */
@Stateless
public class Notifications {
  private static final Duration LATEST = Duration.ofDays(366);

  /** So many bytes a payload has at most. */
  private static final int LARGEST = 256 << 10;

  @Inject private JobRows rows;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Event<Outbox.Queued> queued;

  /** Queues an e-mail. */
  @Allowed(Right.SIGNED_IN)
  public JobView email(@Valid NewEmail wanted) {
    return add(
        new Message.Mail(wanted.to(), wanted.subject().strip(), wanted.body(), null, Map.of()),
        wanted.sendAt());
  }

  /**
   * Queues a call. Whether its address may be called is found out when it is sent, for names and
   * settings change.
   */
  @Allowed(Right.SIGNED_IN)
  public JobView call(@Valid NewCall wanted) {
    String secret = wanted.secret();
    return add(
        new Message.Call(
            CallUrl.of(wanted.url()),
            payload(wanted.payload()),
            secret == null ? List.of() : List.of(secret),
            null),
        wanted.sendAt());
  }

  private JobView add(Message message, @Nullable Instant sendAt) {
    Instant now = clock.now();
    if (sendAt != null && sendAt.isAfter(now.plus(LATEST))) {
      throw Problem.invalid("send_at", "invalid.send_at", LATEST.toDays());
    }
    UUID id = Ids.next();
    Instant when = sendAt == null || sendAt.isBefore(now) ? now : sendAt;
    rows.add(new JobRows.NewJob(id, caller.id(), Ids.next(), message, when), now);
    queued.fire(new Outbox.Queued());
    return one(id);
  }

  private static String payload(JsonNode given) {
    String text = Json.write(given);
    if (given.isNull()) {
      throw Problem.invalid("payload", "invalid.required");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw Problem.invalid("payload", "invalid.payload", LARGEST >> 10);
    }
    return text;
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public JobView one(UUID id) {
    return rows.one(own("account_id").and("id = ?", id))
        .orElseThrow(() -> Problem.of(NotifyProblem.JOB_NOT_FOUND));
  }

  /** The newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<JobView> list(JobsAsk ask) {
    return rows.page(
        own("account_id").and("status = ?", ask.status()).and("type = ?", ask.type()), ask.page());
  }

  /** Takes a message back while it waits; 409 JOB_NOT_QUEUED once it is on its way or over. */
  @Allowed(Right.SIGNED_IN)
  public void cancel(UUID id) {
    one(id);
    if (!rows.cancel(id, clock.now())) {
      throw Problem.of(NotifyProblem.JOB_NOT_QUEUED);
    }
  }

  /** Those that nobody took, the last first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<FailedView> failed(PageAsk ask) {
    return rows.failed(own("f.account_id"), ask);
  }

  /** Sends a failed one again, known by the same event as before. */
  @Allowed(Right.SIGNED_IN)
  public JobView replay(UUID id) {
    if (rows.replay(own("f.account_id").and("f.id = ?", id), clock.now()) == 0) {
      throw Problem.of(NotifyProblem.FAILED_NOT_FOUND);
    }
    queued.fire(new Outbox.Queued());
    return one(id);
  }

  /** Sends these again, or all that failed in a range of time, its ends included. */
  @Allowed(Right.SIGNED_IN)
  public FailedOnes.Replayed replay(@Valid FailedOnes wanted) {
    int many = rows.replay(wanted.among(own("f.account_id")), clock.now());
    if (many > 0) {
      queued.fire(new Outbox.Queued());
    }
    return new FailedOnes.Replayed(many);
  }

  /** Takes these off the list, or all that failed in a range of time. */
  @Allowed(Right.SIGNED_IN)
  public FailedOnes.Dropped drop(@Valid FailedOnes wanted) {
    return new FailedOnes.Dropped(rows.drop(wanted.among(own("f.account_id"))));
  }

  /** Takes a failed one off the list; its job stays as it ended. */
  @Allowed(Right.SIGNED_IN)
  public void drop(UUID id) {
    if (rows.drop(own("f.account_id").and("f.id = ?", id)) == 0) {
      throw Problem.of(NotifyProblem.FAILED_NOT_FOUND);
    }
  }

  /**
   * Queues a call for another capability. Calls of one line go out one after the other.
   *
   * @param event what the receiver knows it by
   * @return the job
   */
  @Allowed(Right.INTERNAL)
  public UUID send(UUID account, UUID event, Outgoing.Call call) {
    UUID id = Ids.next();
    Instant now = clock.now();
    Message message = new Message.Call(call.url(), call.payload(), call.secrets(), call.line());
    rows.add(new JobRows.NewJob(id, account, event, message, now), now);
    queued.fire(new Outbox.Queued());
    return id;
  }

  /** Queues an e-mail for another capability. */
  @Allowed(Right.INTERNAL)
  public void send(UUID account, Outgoing.Mail mail) {
    Instant now = clock.now();
    Message message =
        new Message.Mail(mail.to(), mail.subject(), mail.text(), mail.html(), mail.headers());
    rows.add(new JobRows.NewJob(Ids.next(), account, Ids.next(), message, now), now);
    queued.fire(new Outbox.Queued());
  }

  /** Holds what waits in a line, or lets it go on. */
  @Allowed(Right.INTERNAL)
  public void hold(String line, boolean held) {
    rows.hold(line, held, clock.now());
    if (!held) {
      queued.fire(new Outbox.Queued());
    }
  }

  /** Takes back what waits in a line. */
  @Allowed(Right.INTERNAL)
  public void cancelAll(String line) {
    rows.cancelAll(line, clock.now());
  }

  /** Lets what is not delivered yet in a line be signed and sent otherwise. */
  @Allowed(Right.INTERNAL)
  public void readdress(String line, URI url, List<String> secrets) {
    rows.readdress(line, url, secrets);
  }

  private JobRows.Wanted own(String column) {
    JobRows.Wanted all = JobRows.Wanted.all();
    return caller.isAdmin() ? all : all.and(column + " = ?", caller.id());
  }
}
