/** Projects and their members over REST. */
@NullMarked
package tracker.project.rest;

import org.jspecify.annotations.NullMarked;
