/**
 * The same change for many tasks: at once for up to 500, as a job in portions for more. It says
 * what is to be set and keeps how far a job came; how a task changes, and who may, is for work.
 */
@NullMarked
package tracker.bulk;

import org.jspecify.annotations.NullMarked;
