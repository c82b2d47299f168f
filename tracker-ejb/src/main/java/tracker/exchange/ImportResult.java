package tracker.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tracker.shared.Text;
import tracker.shared.Texts;

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
  public record Told(int row, Map<String, String> fields) {
    /** In the words of a language; those of whom nothing is to be said are left out. */
    static List<Told> of(List<Draft> drafts, Function<Draft, Map<String, Text>> what, Texts texts) {
      List<Told> told = new ArrayList<>();
      for (Draft draft : drafts) {
        Map<String, String> fields = new LinkedHashMap<>();
        what.apply(draft).forEach((field, words) -> fields.put(field, texts.say(words)));
        if (!fields.isEmpty()) {
          told.add(new Told(draft.row, fields));
        }
      }
      return told;
    }
  }

  static ImportResult of(
      Intake.Outcome outcome, Reading reading, @Nullable UUID operation, Texts texts) {
    return new ImportResult(
        outcome.created(),
        outcome.updated(),
        outcome.unchanged(),
        Told.of(outcome.drafts(), draft -> draft.wrong, texts),
        Told.of(outcome.drafts(), Draft::without, texts),
        operation,
        operation == null,
        reading.columns());
  }

  /**
   * A column.
   *
   * @param field a field's public name; a minus where it is left out
   */
  public record Column(String name, String field) {}
}
