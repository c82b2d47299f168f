/** The record of changes, by REST. */
@NullMarked
package tracker.audit.rest;

import org.jspecify.annotations.NullMarked;
