package tracker.work;

import java.util.UUID;

/** A tag: a name that is unique without regard to case, and a colour such as {@code #4fbfd0}. */
public record TagView(UUID id, String name, String colour, long version) {}
