package tracker.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change in the feed.
 *
 * @param entity what was changed: {@code task}, {@code comment}, {@code attachment}, {@code
 *     project}, {@code tag}, {@code account}
 * @param taskId the task that it is about or hangs on; null where there is none
 * @param projectId the project where that is now; null outside of projects
 * @param field the field's public name; {@code created}, {@code deleted}, {@code restored} for the
 *     whole
 * @param now the value after (public name {@code new}), as JSON
 * @param cursor the place right after this change: the feed goes on behind it
 */
public record ChangeView(
    UUID id,
    Instant at,
    @Nullable UUID actorId,
    String entity,
    UUID entityId,
    @Nullable UUID taskId,
    @Nullable String taskKey,
    @Nullable UUID projectId,
    @Nullable String projectKey,
    String field,
    @Nullable JsonNode old,
    @JsonProperty("new") @Nullable JsonNode now,
    UUID operationId,
    String cursor) {}
