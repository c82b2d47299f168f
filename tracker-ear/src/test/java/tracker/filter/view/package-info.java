/** Tests of the pages of filters. */
@NullMarked
package tracker.filter.view;

import org.jspecify.annotations.NullMarked;
