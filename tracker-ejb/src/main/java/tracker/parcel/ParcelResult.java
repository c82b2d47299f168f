package tracker.parcel;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a project that was brought in, or would come of it.
 *
 * @param key what it is called here
 * @param created how many of each: people (disabled accounts), tags, tasks, comments, links, files,
 *     entries of history
 * @param leftOut how many of each stayed away: links and parents in other projects, files without
 *     bytes
 * @param operationId null where nothing was changed
 */
public record ParcelResult(
    UUID projectId,
    String key,
    String name,
    Map<String, Integer> created,
    Map<String, Integer> leftOut,
    boolean dryRun,
    @Nullable UUID operationId) {}
