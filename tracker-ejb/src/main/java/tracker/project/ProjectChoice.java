package tracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project to choose.
 *
 * @param role what the caller is in it; null where they only see it because it is internal (or as
 *     administrator)
 */
public record ProjectChoice(
    UUID id, String key, String name, Visibility visibility, @Nullable MemberRole role) {}
