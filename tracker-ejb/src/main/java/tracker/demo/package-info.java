/**
 * A project with people's work in it, for a first look: on request, or at the start of an empty
 * installation. It knows only the doors of others, so that what it makes is what anybody could.
 */
@NullMarked
package tracker.demo;

import org.jspecify.annotations.NullMarked;
