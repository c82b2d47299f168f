package tracker.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A part of an exported list.
 *
 * @param lines its rows as CSV; in the first part the names of the columns before them
 * @param next what to ask for the part after this one; null where this is the last
 */
public record TaskPart(String lines, @Nullable String next) {}
