package tracker.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that was recorded in another instance and comes here with what it is about.
 *
 * @param about what its entity hangs on; null where it stands alone
 * @param actor an account of this instance
 */
public record Brought(
    UUID id,
    String entity,
    UUID entityId,
    @Nullable UUID scope,
    @Nullable UUID about,
    Instant at,
    @Nullable UUID actor,
    UUID operationId,
    String field,
    @Nullable JsonNode old,
    @JsonProperty("new") @Nullable JsonNode now) {}
