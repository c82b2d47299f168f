package tracker.ops;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** Writes each record to stdout and, where one is set, to the log file. */
final class LogOutput extends Handler {
  // not System.out: the server turns that into log records again
  private final OutputStream stdout = new FileOutputStream(FileDescriptor.out);
  private final @Nullable LogFile file;
  private final LogLine line = new LogLine();

  LogOutput(@Nullable LogFile file) {
    this.file = file;
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    if (!isLoggable(entry) || isNoise(entry)) {
      return;
    }
    byte[] bytes = line.format(entry).getBytes(StandardCharsets.UTF_8);
    try {
      stdout.write(bytes);
      if (file != null) {
        file.write(bytes);
      }
    } catch (IOException e) {
      reportError(null, e, ErrorManager.WRITE_FAILURE);
    }
  }

  private static boolean isNoise(LogRecord entry) {
    // the server sets levels of single loggers again while it starts
    boolean quiet =
        entry.getLevel().intValue() < Level.WARNING.intValue()
            && !String.valueOf(entry.getLoggerName()).startsWith("tracker.");
    return quiet || isEndedTwice(entry.getThrown());
  }

  // Jersey ends once more what a stream of events has ended by itself, and the server tells of that
  private static boolean isEndedTwice(@Nullable Throwable thrown) {
    return thrown instanceof IllegalStateException
        && "Request already released from asynchronous mode".equals(thrown.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
