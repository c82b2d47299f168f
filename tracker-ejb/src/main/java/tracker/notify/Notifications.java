package tracker.notify;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.Clock;
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
  @Inject private Event<JobQueued> queued;

  /** Queues an e-mail. */
  @Allowed(Right.SIGNED_IN)
  public JobView email(@Valid NewEmail wanted) {
    return add(
        new Message.Mail(wanted.to(), wanted.subject().strip(), wanted.body()), wanted.sendAt());
  }

  /**
   * Queues a call. Whether its address may be called is found out when it is sent, for names and
   * settings change.
   */
  @Allowed(Right.SIGNED_IN)
  public JobView call(@Valid NewCall wanted) {
    String payload = payload(wanted.payload());
    return add(new Message.Call(url(wanted.url()), payload, wanted.secret()), wanted.sendAt());
  }

  private JobView add(Message message, @Nullable Instant sendAt) {
    Instant now = clock.now();
    if (sendAt != null && sendAt.isAfter(now.plus(LATEST))) {
      throw Problem.invalid("send_at", "invalid.send_at", LATEST.toDays());
    }
    UUID id =
        rows.add(caller.id(), message, sendAt == null || sendAt.isBefore(now) ? now : sendAt, now);
    queued.fire(new JobQueued());
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

  /** An address that can be called: http or https, a host, no user, no fragment; else 422. */
  private static URI url(String text) {
    try {
      URI url = new URI(text.strip());
      String scheme = url.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (web
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawFragment() == null
          && url.getPort() != 0
          && url.getPort() <= 65535) {
        return scheme.equals(scheme.toLowerCase(java.util.Locale.ROOT))
            ? url
            : URI.create(
                scheme.toLowerCase(java.util.Locale.ROOT)
                    + url.toString().substring(scheme.length()));
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw Problem.invalid("url", "invalid.url");
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
    queued.fire(new JobQueued());
    return one(id);
  }

  /** Sends all again that failed in a range of time, its ends included. */
  @Allowed(Right.SIGNED_IN)
  public Replayed replay(@Valid Replay wanted) {
    int many =
        rows.replay(
            own("f.account_id")
                .and("f.failed_at >= ?", wanted.from())
                .and("f.failed_at <= ?", wanted.to())
                .and("f.type = ?", wanted.type()),
            clock.now());
    if (many > 0) {
      queued.fire(new JobQueued());
    }
    return new Replayed(many);
  }

  /** Takes a failed one off the list; its job stays as it ended. */
  @Allowed(Right.SIGNED_IN)
  public void drop(UUID id) {
    if (rows.drop(own("f.account_id").and("f.id = ?", id)) == 0) {
      throw Problem.of(NotifyProblem.FAILED_NOT_FOUND);
    }
  }

  private JobRows.Wanted own(String column) {
    JobRows.Wanted all = JobRows.Wanted.all();
    return caller.isAdmin() ? all : all.and(column + " = ?", caller.id());
  }
}
