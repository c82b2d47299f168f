package tracker.notify;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of somebody's webhook.
 *
 * @param payload what is posted, any JSON but null
 * @param sendAt not before this; null for at once
 * @param secret signs the call (Standard Webhooks); null: no signature
 */
public record NewCall(
    @NotNull(message = "{invalid.required}") @Size(max = 2000, message = "{invalid.size}")
        String url,
    @NotNull(message = "{invalid.required}") JsonNode payload,
    @Nullable Instant sendAt,
    @Nullable @Size(min = 8, max = 200, message = "{invalid.size}") String secret) {
  @Override
  public String toString() {
    return "NewCall[…]"; // never in a log
  }
}
