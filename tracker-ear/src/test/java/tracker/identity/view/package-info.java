/** The pages of accounts in a real browser. */
@NullMarked
package tracker.identity.view;

import org.jspecify.annotations.NullMarked;
