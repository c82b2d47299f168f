package tracker.ops;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;

/**
 * One JSON object per line: time, level, logger, message, request_id, trace_id; a Map as the only
 * parameter adds its entries. What looks like an e-mail address, a token or a key is blotted out,
 * whoever wrote it.
 */
final class LogLine extends Formatter {
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)eyJ[\\w-]+(\\.[\\w-]*)*|\\bbearer\\s+[^\\s\"]+|(?<=gerask_session=)[^;\\s]+");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(\"?(?:password|passwd|secret|refresh|access)\"?\\s*[=:]\\s*)(\"[^\"]*\"|[^\\s,;)]+)");
  private static final int MOST = 20_000;

  @Override
  public String format(LogRecord entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", entry.getInstant().toString());
    line.put("level", level(entry.getLevel()));
    line.put("logger", String.valueOf(entry.getLoggerName()));
    Object[] parameters = entry.getParameters();
    Map<?, ?> more =
        parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> map
            ? map
            : Map.of();
    line.put("message", clean(more.isEmpty() ? message(entry) : entry.getMessage()));
    LogContext context = LogContext.current();
    if (context != null) {
      line.put("request_id", context.requestId());
      line.put("trace_id", context.traceId());
    }
    more.forEach((key, value) -> line.put(String.valueOf(key), value));
    if (entry.getThrown() != null) {
      line.put("stack", clean(stack(entry.getThrown())));
    }
    return Json.write(line) + "\n";
  }

  static String clean(@Nullable String text) {
    String known = String.valueOf(text);
    String cut = known.length() > MOST ? known.substring(0, MOST) + "…" : known;
    String blotted = EMAIL.matcher(cut).replaceAll("[e-mail]");
    blotted = TOKEN.matcher(blotted).replaceAll("[token]");
    return SECRET.matcher(blotted).replaceAll("$1[secret]");
  }

  private static String level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    } else if (value >= Level.WARNING.intValue()) {
      return "WARNING";
    }
    return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  // not formatMessage(): the server's own loggers localize by bundles that need its class loader
  private static String message(LogRecord entry) {
    String text = String.valueOf(entry.getMessage());
    if (entry.getResourceBundle() != null && entry.getResourceBundle().containsKey(text)) {
      text = entry.getResourceBundle().getString(text);
    }
    Object[] parameters = entry.getParameters();
    if (parameters == null || parameters.length == 0 || text.indexOf('{') < 0) {
      return text;
    }
    try {
      return MessageFormat.format(text, parameters);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    thrown.printStackTrace(writer);
    writer.flush();
    return text.toString();
  }
}
