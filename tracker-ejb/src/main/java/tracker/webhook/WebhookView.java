package tracker.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param stopped why it was paused by itself: {@code failing}; null otherwise
 * @param secret only told when it is made or changed
 */
public record WebhookView(
    UUID id,
    String url,
    List<String> events,
    @Nullable UUID projectId,
    boolean active,
    @Nullable String stopped,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
  WebhookView with(String told) {
    return new WebhookView(
        id, url, events, projectId, active, stopped, createdBy, createdAt, updatedAt, version,
        told);
  }

  @Override
  public String toString() {
    return "WebhookView[" + id + "]"; // never a secret in a log
  }
}
