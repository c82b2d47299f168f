package tracker.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recorded change. {@code old} and {@code now} (public name {@code new}) are JSON values. */
public record HistoryEntry(
    UUID id,
    Instant at,
    @Nullable UUID actorId,
    String entity,
    UUID entityId,
    String field,
    @Nullable JsonNode old,
    @JsonProperty("new") @Nullable JsonNode now,
    UUID operationId) {}
