/** The bar of the list that changes many tasks: trying, doing, and how far a job is. */
@NullMarked
package tracker.bulk.view;

import org.jspecify.annotations.NullMarked;
