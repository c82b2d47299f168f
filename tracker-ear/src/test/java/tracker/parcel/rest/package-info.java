/** Whole projects that leave and come in, over REST, against the running product. */
@NullMarked
package tracker.parcel.rest;

import org.jspecify.annotations.NullMarked;
