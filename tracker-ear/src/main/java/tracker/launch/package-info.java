/**
 * The process an operator starts: {@code java -jar gerask.jar}. It checks the settings, holds the
 * data directory, runs a PostgreSQL of its own where no other is named, starts the server as a
 * child process, says when it is ready and stops everything again. It knows no business.
 */
@NullMarked
package tracker.launch;

import org.jspecify.annotations.NullMarked;
