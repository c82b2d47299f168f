/** Pages of accounts: sign in, register, the profile, people for administrators. */
@NullMarked
package tracker.identity.view;

import org.jspecify.annotations.NullMarked;
