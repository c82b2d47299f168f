package tracker.project;

import java.util.UUID;

/**
 * A project that the caller sees, and how far their rights go in it.
 *
 * @param deleted whether it is in the trash
 */
public record ProjectFound(
    UUID id, String key, Visibility visibility, boolean deleted, Reach reach) {}
