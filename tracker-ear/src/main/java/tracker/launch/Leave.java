package tracker.launch;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import sun.misc.Signal;

/**
 * How the server process goes when it is asked to: it tells everybody so while it still answers,
 * shuts the door, and ends when the last request did. The server alone would cut requests off.
 */
final class Leave {
  /**
   * In seconds. By then a gateway that asks for readiness has heard of it, and one that only tries
   * (nginx, two seconds) has found out that the other node is back.
   */
  private static final String NOTICE = "4";

  /** Who was not asked for so long has nobody to tell. */
  private static final Duration ALONE = Duration.ofSeconds(5);

  /** Without a request for so long, nobody uses the connections that are left. */
  private static final Duration QUIET = Duration.ofMillis(300);

  /** Until the last answer, which is counted as given, is on its way. */
  private static final Duration FLUSH = Duration.ofMillis(200);

  /** What is not done by then is cut off; the launcher waits a little longer than this. */
  private static final Duration LONGEST = Duration.ofSeconds(14);

  private static final long LOOK_MILLIS = 20;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ObjectName doorway;
  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

  private Leave(ObjectName doorway) {
    this.doorway = doorway;
  }

  /** From now on SIGTERM and SIGINT have it leave. */
  static void whenAsked() throws JMException {
    Leave leave = new Leave(new ObjectName("gerask:type=Doorway"));
    for (String name : new String[] {"TERM", "INT"}) {
      Signal.handle(new Signal(name), signal -> leave.go());
    }
  }

  private void go() {
    if (!asked.compareAndSet(false, true)) {
      return;
    }
    try {
      if (beans.isRegistered(doorway)) {
        farewell();
      }
    } catch (JMException | ReflectiveOperationException | RuntimeException e) {
      System.err.println("It ends without waiting for requests: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      System.exit(0);
    }
  }

  private void farewell() throws JMException, ReflectiveOperationException, InterruptedException {
    long began = System.nanoTime();
    beans.invoke(doorway, "leave", null, null);
    if (figure("IdleMillis") < ALONE.toMillis()) {
      Thread.sleep(notice().toMillis());
    }
    Door.shut();
    // connections that a gateway keeps for later are still open: each ends with its next answer
    awaitQuiet(began);
    while (figure("UnderWay") > 0 && !isOver(began, LONGEST)) {
      Thread.sleep(LOOK_MILLIS);
    }
    Thread.sleep(FLUSH.toMillis());
    // who has a connection left would be answered by a server without its application
    Door.hangUp();
  }

  // the launcher has looked at the settings before it started this process
  private static Duration notice() {
    String given = System.getenv().getOrDefault("STOP_NOTICE_SECONDS", "").strip();
    return Duration.ofSeconds(Long.parseLong(given.isEmpty() ? NOTICE : given));
  }

  /** Until nobody came for a moment. */
  private void awaitQuiet(long began) throws JMException, InterruptedException {
    long came = figure("Came");
    long since = System.nanoTime();
    while (!isOver(began, LONGEST) && !isOver(since, QUIET)) {
      Thread.sleep(LOOK_MILLIS);
      long now = figure("Came");
      since = now == came ? since : System.nanoTime();
      came = now;
    }
  }

  private long figure(String name) throws JMException {
    return ((Number) beans.getAttribute(doorway, name)).longValue();
  }

  private static boolean isOver(long since, Duration time) {
    return System.nanoTime() - since > time.toNanos();
  }
}
