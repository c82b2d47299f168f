package tracker.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.notify.JobStatus;

/**
 * One event told to a webhook.
 *
 * @param id the message, see {@code /notify/jobs}
 * @param type what happened
 * @param request what was posted
 * @param answered the status of the last answer; null where there was none
 * @param answer its beginning, 4 KB at most
 */
public record DeliveryView(
    UUID id,
    UUID eventId,
    String type,
    JobStatus status,
    int attempts,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant endedAt,
    JsonNode request,
    @Nullable Integer answered,
    @Nullable String answer) {}
