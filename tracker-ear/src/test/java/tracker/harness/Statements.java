package tracker.harness;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The SQL statements that the product sends for one call, read from the log of its PostgreSQL.
 * Transaction marks, the check that a pooled connection still lives, and what is asked afterwards
 * are not counted.
 */
public final class Statements {
  private static final Pattern STATEMENT =
      Pattern.compile("LOG: {2}(?:statement|execute [^:]*): (.*)");
  private static final Pattern QUIET =
      Pattern.compile(
          "(?i)(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET |SHOW |DISCARD|SELECT 1\\s*$).*");

  /** What those ask who hear of a change after it is made, and who look for messages to send. */
  private static final Pattern AFTERWARDS =
      Pattern.compile(
          "pg_snapshot_xmin|from webhook\\.webhook|^with stretch|^with due|job\\.scheduled"
              + "|inbox\\.(walk|notice)|inbox\\.choice where mail|^with w as"
              + "|^select t\\.id as task_id, a\\.id as account_id|\"?job\"?\\.kind");

  private static final int TRIES = 3;

  private Statements() {}

  /**
   * What the call needs at least: the shortest list of three runs, because background work of the
   * product may fall into one of them. The log tells the calls of all classes that run at the same
   * time, so only a class that runs alone may ask.
   */
  public static List<String> of(Runnable call) {
    if (!StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames.anyMatch(Statements::runsAlone))) {
      throw new IllegalStateException("A class that counts statements has to be @Isolated");
    }
    Database database = Database.shared();
    // each that an earlier test left behind would look at what the call did
    database.change("update webhook.webhook set active = false where active");
    database.change("alter system set log_statement = 'all'");
    database.change("select pg_reload_conf()");
    try {
      mark(database);
      call.run(); // warms caches of plans and sessions
      List<String> least = during(database, call);
      for (int i = 1; i < TRIES; i++) {
        List<String> next = during(database, call);
        least = next.size() < least.size() ? next : least;
      }
      return least;
    } finally {
      database.change("alter system reset log_statement");
      database.change("select pg_reload_conf()");
    }
  }

  private static boolean runsAlone(StackWalker.StackFrame frame) {
    return frame.getDeclaringClass().isAnnotationPresent(Isolated.class);
  }

  private static List<String> during(Database database, Runnable call) {
    String begin = mark(database);
    long from = database.logLength();
    call.run();
    String end = mark(database);
    String log = database.logFrom(from);
    // up to the line before the mark, or its beginning would count as one more
    return STATEMENT
        .matcher(log.substring(0, log.lastIndexOf('\n', log.indexOf(end))))
        .results()
        .map(found -> found.group(1))
        .filter(sql -> !QUIET.matcher(sql).matches())
        .filter(sql -> !AFTERWARDS.matcher(sql).find())
        .filter(sql -> !sql.contains(begin) && !sql.contains("gerask mark"))
        .toList();
  }

  /** Writes a word into the log and waits until it is there. */
  private static String mark(Database database) {
    String mark = "gerask mark " + UUID.randomUUID();
    long from = database.logLength();
    Waiting.until(
        Duration.ofSeconds(10),
        () -> {
          database.column("select '" + mark + "'");
          Matcher found = Pattern.compile(Pattern.quote(mark)).matcher(database.logFrom(from));
          return found.find();
        },
        () -> "PostgreSQL does not log statements");
    return mark;
  }
}
