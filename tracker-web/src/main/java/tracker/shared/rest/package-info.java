/**
 * What every REST resource stands on: the application under {@code /api}, the one shape of errors,
 * versions as ETag, merge patches, parts of lists, and the paths that answer without {@code /api}.
 * Resources hold no logic: they call a door and dress its record.
 */
@NullMarked
package tracker.shared.rest;

import org.jspecify.annotations.NullMarked;
