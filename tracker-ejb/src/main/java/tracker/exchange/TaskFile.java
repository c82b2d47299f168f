package tracker.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tracker.work.TaskAsk;

/**
 * Tasks on their way out: the beginning is there, so that refusals are told before anything is
 * sent; the rest is read part by part while it is written, and no part outlives the next.
 */
public final class TaskFile {
  private static final String MARK = "\uFEFF";

  private final Exports exports;
  private final TaskAsk ask;
  private final boolean marked;
  private final Exports.Part first;

  private TaskFile(Exports exports, TaskAsk ask, boolean marked, Exports.Part first) {
    this.exports = exports;
    this.ask = ask;
    this.marked = marked;
    this.first = first;
  }

  /**
   * The tasks that are asked for.
   *
   * @param marked whether the file begins with the mark by which some spreadsheets know UTF-8
   */
  public static TaskFile of(Exports exports, TaskAsk ask, boolean marked) {
    return new TaskFile(exports, ask, marked, exports.tasks(ask, null));
  }

  /** The headers of the answer. */
  public Map<String, String> headers() {
    return Map.of(
        "Content-Type",
        "text/csv;charset=UTF-8",
        "Content-Disposition",
        "attachment; filename=\"" + exports.nameOf(ask) + "\"");
  }

  public void writeTo(OutputStream out) throws IOException {
    if (marked) {
      out.write(MARK.getBytes(StandardCharsets.UTF_8));
    }
    Exports.Part part = first;
    while (true) {
      out.write(part.lines().getBytes(StandardCharsets.UTF_8));
      String next = part.next();
      if (next == null) {
        return;
      }
      part = exports.tasks(ask, next);
    }
  }
}
