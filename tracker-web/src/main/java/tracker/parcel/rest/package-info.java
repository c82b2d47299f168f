/** REST over whole projects that leave and come in. */
@NullMarked
package tracker.parcel.rest;

import org.jspecify.annotations.NullMarked;
