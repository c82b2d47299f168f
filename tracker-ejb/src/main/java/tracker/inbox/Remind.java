package tracker.inbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import tracker.job.Job;

/** Looks what is due soon. */
@Dependent
class Remind implements Job {
  @EJB private Reminders reminders;

  @Override
  public String kind() {
    return "inbox.remind";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run(String about) {
    reminders.remind();
  }
}
