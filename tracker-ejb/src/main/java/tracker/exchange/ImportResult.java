package tracker.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param unchanged rows that say of their task what is so already
 * @param rejected rows that became nothing, in their order
 * @param incomplete rows of another tracker that came in without somebody or something that is not
 *     known here
 * @param operationId by which all of it is taken back; null for a trial
 * @param dryRun whether this was a trial that changed nothing
 * @param columns what each column was read as
 */
public record ImportResult(
    int created,
    int updated,
    int unchanged,
    List<Told> rejected,
    List<Told> incomplete,
    @Nullable UUID operationId,
    boolean dryRun,
    List<Column> columns) {
  /**
   * What is to be said of a row.
   *
   * @param row as a spreadsheet shows it: the names of the columns are in row 1
   * @param fields what is wrong, by field, in the caller's language
   */
  public record Told(int row, Map<String, String> fields) {}

  /**
   * A column.
   *
   * @param field a field's public name; a minus where it is left out
   */
  public record Column(String name, String field) {}
}
