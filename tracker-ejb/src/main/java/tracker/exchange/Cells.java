package tracker.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import tracker.shared.Csv;

/** How several values share a cell, and each is read back as it was. */
final class Cells {
  private Cells() {}

  /** Several values in one cell: {@code bug, ui, "red, blue"}. */
  static String joined(List<String> values) {
    if (values.isEmpty()) {
      return "";
    }
    return spaced(Csv.line(values));
  }

  // a blank after each comma between values, none within quotes
  private static String spaced(String line) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      quoted ^= c == '"';
      out.append(c);
      if (c == ',' && !quoted) {
        out.append(' ');
      }
    }
    return out.toString();
  }

  /** The values of a cell that {@link #joined} wrote, or that somebody typed. */
  static List<String> split(String cell) {
    if (cell.isBlank()) {
      return List.of();
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .trimWhitespacesAroundQuotes(true)
            .ofCsvRecord(cell.strip().replaceAll("[\\r\\n]+", " "))) {
      return reader.stream()
          .flatMap(record -> record.getFields().stream())
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .toList();
    } catch (IOException | RuntimeException e) {
      return List.of(cell.strip()); // quotes that do not close: it is one value
    }
  }
}
