/**
 * Pictures of hotels and rooms: taken, made small in the background, put in order, shown. The first
 * one is the cover. Where bytes lie is the business of {@code tracker.attachment}.
 */
@NullMarked
package tracker.image;

import org.jspecify.annotations.NullMarked;
