package tracker.system;

/**
 * What the process around the application asks of {@link Doorway}; JMX wants it as an interface.
 */
public interface DoorwayMXBean {
  /** Requests that have no answer yet; streams of events are not among them. */
  int getUnderWay();

  /** Requests that came since the start. */
  long getCame();

  /** How long ago the last one came. */
  long getIdleMillis();

  /** From now on readiness says no, and each answer ends its connection. */
  void leave();
}
