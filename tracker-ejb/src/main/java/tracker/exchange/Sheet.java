package tracker.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tracker.shared.Problem;

/**
 * A table that came as CSV, whatever its separator and encoding.
 *
 * @param head the names of its columns
 * @param rows the rest, without empty lines
 */
record Sheet(List<String> head, List<Line> rows) {
  /** The field that refusals of the whole are told under. */
  static final String FIELD = "file";

  /** More is for several files: one call is one transaction and one undo. */
  static final int MOST = 5_000;

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  /**
   * A row as it stands.
   *
   * @param number its place as a spreadsheet shows it: the names are in row 1
   */
  record Line(int number, List<String> cells) {
    /** A cell without the apostrophe that guards formulas; empty where the row is too short. */
    String cell(int column) {
      return column < cells.size() ? Cells.bare(cells.get(column)) : "";
    }
  }

  /** Reads a text; 422 for the file where it is empty, too long or no CSV. */
  static Sheet read(String text) {
    List<Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(false)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .maxBufferSize(1 << 24)
            .ofCsvRecord(text)) {
      int number = 0;
      for (Iterator<CsvRecord> all = reader.iterator(); all.hasNext(); ) {
        CsvRecord one = all.next();
        number++;
        if (one.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          lines.add(new Line(number, List.copyOf(one.getFields())));
        }
        if (lines.size() > MOST + 1) {
          throw Problem.invalid(FIELD, "invalid.csv_rows", MOST);
        }
      }
    } catch (CsvParseException e) {
      throw Problem.invalid(FIELD, "invalid.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not refuse
    }
    if (lines.isEmpty()) {
      throw Problem.invalid(FIELD, "invalid.csv_empty");
    }
    List<String> head =
        lines.get(0).cells().stream().map(cell -> Cells.bare(cell).strip()).toList();
    return new Sheet(head, List.copyOf(lines.subList(1, lines.size())));
  }

  /** The sign that parts the names of the columns: the one that stands there most often. */
  private static char separator(String text) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r') && !text.substring(0, i).isBlank()) {
        break;
      }
      for (int s = 0; s < SEPARATORS.length; s++) {
        counts[s] += !quoted && c == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }
}
