package tracker.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.shared.Csv;
import tracker.shared.Problem;

/**
 * A table that came as CSV, whatever its separator: read row by row, so that its length does not
 * matter. Refusals are 422 for the field {@code file}.
 */
final class Sheet implements AutoCloseable {
  /** The field that refusals of the whole are told under. */
  static final String FIELD = "file";

  /** So many letters the names of the columns have at most, and what is before them. */
  private static final int HEAD = 1 << 16;

  /** So many letters a cell has at most. */
  private static final int LONGEST = 1 << 22;

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> head;
  private int number;
  private @Nullable Line ahead;

  /**
   * A row as it stands.
   *
   * @param number its place as a spreadsheet shows it: the names are in row 1
   */
  record Line(int number, List<String> cells) {
    /** A cell without the apostrophe that guards formulas; empty where the row is too short. */
    String cell(int column) {
      return column < cells.size() ? Csv.bare(cells.get(column)) : "";
    }

    /** How many letters stand in it. */
    int letters() {
      return cells.stream().mapToInt(String::length).sum();
    }
  }

  /** Reads the names of the columns; refuses what is empty or no table. */
  Sheet(Reader text) {
    try {
      BufferedReader letters = new BufferedReader(text, HEAD);
      letters.mark(HEAD);
      char separator = separator(letters);
      letters.reset();
      reader =
          CsvReader.builder()
              .fieldSeparator(separator)
              .skipEmptyLines(false)
              .allowMissingFields(true)
              .allowExtraFields(true)
              .maxBufferSize(LONGEST)
              .ofCsvRecord(letters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    records = reader.iterator();
    Line names = read();
    if (names == null) {
      throw Problem.invalid(FIELD, "invalid.csv_empty");
    }
    head = names.cells().stream().map(cell -> Csv.bare(cell).strip()).toList();
    ahead = read();
  }

  /** The names of its columns. */
  List<String> head() {
    return head;
  }

  /** Whether no row is left. */
  boolean isOver() {
    return ahead == null;
  }

  /** The next rows without empty ones: up to so many, and up to so many letters and one row. */
  List<Line> next(int most, int letters) {
    List<Line> lines = new ArrayList<>();
    int seen = 0;
    for (Line line = ahead; line != null && lines.size() < most && seen < letters; line = ahead) {
      lines.add(line);
      seen += line.letters();
      ahead = read();
    }
    return lines;
  }

  private @Nullable Line read() {
    try {
      while (records.hasNext()) {
        CsvRecord one = records.next();
        number++;
        if (one.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          return new Line(number, List.copyOf(one.getFields()));
        }
      }
      return null;
    } catch (CsvParseException e) {
      throw Problem.invalid(FIELD, "invalid.csv");
    }
  }

  /** The sign that parts the names of the columns: the one that stands there most often. */
  private static char separator(Reader text) throws IOException {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < HEAD; i++) {
      int c = text.read();
      if (c < 0 || begun && !quoted && (c == '\n' || c == '\r')) {
        break;
      }
      quoted ^= c == '"';
      begun |= !Character.isWhitespace(c);
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

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
