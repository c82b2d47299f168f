package tracker.system;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Who is in: counts requests, so that a stop can wait for them. The launcher's process asks by JMX,
 * because it shares no class with the application.
 */
@ApplicationScoped
public class Doorway implements DoorwayMXBean {
  private static final String NAME = "gerask:type=Doorway";
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong came = new AtomicLong();
  private volatile long last = System.nanoTime();
  private volatile boolean leaving;
  @Inject private Event<Leaving> farewell;

  void open(@Observes @Initialized(ApplicationScoped.class) Object start) throws JMException {
    shut();
    ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
  }

  @PreDestroy
  void shut() {
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      ObjectName name = new ObjectName(NAME);
      if (beans.isRegistered(name)) {
        beans.unregisterMBean(name);
      }
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it was told to {@link #leave}. */
  boolean isLeaving() {
    return leaving;
  }

  /** Somebody comes; whether they should not come here again. */
  public boolean enter() {
    underWay.incrementAndGet();
    came.incrementAndGet();
    last = System.nanoTime();
    return leaving;
  }

  /** Somebody has their answer. */
  public void exit() {
    underWay.decrementAndGet();
  }

  @Override
  public int getUnderWay() {
    return underWay.get();
  }

  @Override
  public long getCame() {
    return came.get();
  }

  @Override
  public long getIdleMillis() {
    return Duration.ofNanos(System.nanoTime() - last).toMillis();
  }

  @Override
  public void leave() {
    leaving = true;
    farewell.fire(new Leaving());
  }
}
