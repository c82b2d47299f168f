package tracker.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds: the first file to read of it.
 *
 * @param format how the rest is written; 1 so far
 * @param sealed whether tables, keys and files are encrypted
 * @param migrations versions of the schema, in the order they were applied
 * @param tables in an order in which they can be filled
 */
record Manifest(
    int format,
    Instant madeAt,
    boolean sealed,
    List<String> migrations,
    List<TablePart> tables,
    List<SequencePart> sequences,
    List<FilePart> files,
    List<FilePart> keys) {
  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  /**
   * One table.
   *
   * @param name with its schema
   * @param columns as they stand in each row, separated by commas
   * @param sum the checksum of its rows, whatever their order
   */
  record TablePart(String name, String columns, long rows, String sum) {
    /** Its file within the backup. */
    String path() {
      return "tables/" + name.replace("\"", "") + ".gz";
    }
  }

  /** The last number that a sequence gave; null where it gave none. */
  record SequencePart(String name, @Nullable Long last) {}

  /**
   * A file.
   *
   * @param name in this installation
   * @param stored on the shelf
   */
  record FilePart(String name, long size, String sha256, String stored) {}

  long rows() {
    return tables.stream().mapToLong(TablePart::rows).sum();
  }

  long bytes() {
    return files.stream().mapToLong(FilePart::size).sum();
  }

  String newestMigration() {
    return migrations.stream().max(String::compareTo).orElseThrow();
  }
}
