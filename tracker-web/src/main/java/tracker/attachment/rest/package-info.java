/** Files over HTTP: REST, and the addresses that pages use. */
@NullMarked
package tracker.attachment.rest;

import org.jspecify.annotations.NullMarked;
