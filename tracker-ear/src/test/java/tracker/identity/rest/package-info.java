/** Identity as integrators meet it. */
@NullMarked
package tracker.identity.rest;

import org.jspecify.annotations.NullMarked;
