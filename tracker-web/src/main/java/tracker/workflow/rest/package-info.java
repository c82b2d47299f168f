/** The rules of projects over REST. */
@NullMarked
package tracker.workflow.rest;

import org.jspecify.annotations.NullMarked;
