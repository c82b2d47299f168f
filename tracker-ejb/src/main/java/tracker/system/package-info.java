/** How the installation stands: its build, database, nodes, room, backups and health. */
@NullMarked
package tracker.system;

import org.jspecify.annotations.NullMarked;
