/**
 * The product as a whole, started once for all tests that need it: REST calls, people, projects,
 * counted statements, a browser. Tests read like what a person does; how it is done stays here.
 */
@NullMarked
package tracker.harness;

import org.jspecify.annotations.NullMarked;
