package tracker.search;

import java.util.UUID;

/**
 * A task whose title resembles another one.
 *
 * @param closed whether nothing is left to do in it
 */
public record Similar(UUID id, String key, String title, boolean closed) {}
