package tracker.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** Rows as CSV by RFC 4180, none of their cells a formula. */
public final class Csv {
  /** What a spreadsheet would reckon with, also behind apostrophes of ours. */
  private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private Csv() {}

  /** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
  public static String guarded(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** The text without the apostrophe that {@link #guarded} put before it. */
  public static String bare(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  /** The rows, each of their cells guarded. */
  public static String lines(List<List<String>> rows) {
    return written(
        rows.stream().map(row -> row.stream().map(Csv::guarded).toList()).toList(),
        LineDelimiter.CRLF);
  }

  /** One row as it is, without the end of a line: several values that share a cell. */
  public static String line(List<String> values) {
    return written(List.of(values), LineDelimiter.LF).stripTrailing();
  }

  private static String written(List<List<String>> rows, LineDelimiter end) {
    StringWriter out = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(end).build(out)) {
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not refuse
    }
    return out.toString();
  }
}
