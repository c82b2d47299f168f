package tracker.project;

import java.util.UUID;

/** A member of a project. */
public record MemberView(UUID userId, String name, MemberRole role) {}
