/**
 * Copies of everything that this installation keeps, and the proof that they can be read back. A
 * <em>backup</em> is a directory with each table as it was at one moment, the signing keys and the
 * names of all files; their bytes lie beside it, once for all backups. The place of backups is the
 * <em>shelf</em>. A <em>drill</em> restores a backup into a scratch database and compares. Backups
 * are made by the worker when they are due, or by {@code gerask.jar backup}; this package needs no
 * container for that. It does not look after the machine, its settings or an outside bucket's past.
 */
@NullMarked
package tracker.backup;

import org.jspecify.annotations.NullMarked;
