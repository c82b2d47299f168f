/** Whole projects that leave and come in, on pages. */
@NullMarked
package tracker.parcel.view;

import org.jspecify.annotations.NullMarked;
