package tracker.search;

import java.util.UUID;

/**
 * A task that was found.
 *
 * @param id of the task
 * @param snippet plain text around the first hit; each hit stands between U+0002 and U+0003, which
 *     no text has otherwise. Empty where the key was asked for
 * @param where what of the task was hit
 */
public record Found(UUID id, String key, String title, String snippet, Where where) {}
