package tracker.system;

import java.time.Instant;

/**
 * The database that all nodes share.
 *
 * @param version PostgreSQL's own
 * @param bytes how large it is
 * @param migrations how many changes of the schema went through
 * @param migration the last of them, by its number and name
 * @param migratedAt when that was
 * @param connections how many are connected to it, of all nodes and others
 * @param most how many the server lets in
 */
public record DatabaseState(
    String version,
    long bytes,
    long migrations,
    String migration,
    Instant migratedAt,
    long connections,
    long most) {}
