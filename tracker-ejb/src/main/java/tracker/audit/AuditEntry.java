package tracker.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the record, with the names that people know its parts by.
 *
 * @param actor who did it, by name; null where the product did
 * @param action created, changed, deleted or restored
 * @param name what the thing is called: a task's title, a project's or an account's name; null
 *     where it has none
 * @param old the value before; null also where it is somebody's own affair (kept filters)
 * @param projectKey the project that it was in
 * @param taskKey the task that it is or hangs on
 * @param elsewhere whether it was done in another instance, from which its project came
 */
public record AuditEntry(
    UUID id,
    Instant at,
    @Nullable UUID actorId,
    @Nullable String actor,
    String action,
    String entity,
    UUID entityId,
    @Nullable String name,
    String field,
    @Nullable JsonNode old,
    @JsonProperty("new") @Nullable JsonNode now,
    @Nullable String projectKey,
    @Nullable String taskKey,
    UUID operationId,
    boolean elsewhere) {}
