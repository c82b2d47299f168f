package tracker.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time. Nothing else asks the system for it, so that a test can move it. */
@ApplicationScoped
public class Clock {
  private volatile Duration offset = Duration.ZERO;

  /** This moment, in microseconds as PostgreSQL keeps them. */
  public Instant now() {
    return Instant.now().plus(offset).truncatedTo(ChronoUnit.MICROS);
  }

  /** Moves the time for a test; {@link Duration#ZERO} sets it back. */
  public void shift(Duration by) {
    this.offset = by;
  }
}
