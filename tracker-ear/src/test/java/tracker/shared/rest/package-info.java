/** What holds for every call of REST, against the running product. */
@NullMarked
package tracker.shared.rest;

import org.jspecify.annotations.NullMarked;
