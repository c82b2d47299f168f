package tracker.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** How values stand in cells, so that no cell is a formula and each is read back as it was. */
final class Cells {
  /** What a spreadsheet would reckon with, also behind apostrophes of ours. */
  private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private Cells() {}

  /** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
  static String guarded(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** The text without the apostrophe that {@link #guarded} put before it. */
  static String bare(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  /** Several values in one cell: {@code bug, ui, "red, blue"}. */
  static String joined(List<String> values) {
    if (values.isEmpty()) {
      return "";
    }
    return spaced(lines(List.of(values), LineDelimiter.LF).stripTrailing());
  }

  /** Rows as CSV by RFC 4180, none of their cells a formula. */
  static String lines(List<List<String>> rows) {
    return lines(
        rows.stream().map(row -> row.stream().map(Cells::guarded).toList()).toList(),
        LineDelimiter.CRLF);
  }

  private static String lines(List<List<String>> rows, LineDelimiter end) {
    StringWriter out = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(end).build(out)) {
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not refuse
    }
    return out.toString();
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
