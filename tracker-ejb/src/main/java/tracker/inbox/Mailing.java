package tracker.inbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.UUID;
import tracker.job.Job;

/** Sends the mails of notices that are due. */
@Dependent
class Mailing implements Job {
  @EJB private Mailings mailings;

  @Override
  public String kind() {
    return "inbox.mail";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run(String about) {
    for (UUID one : mailings.waiting()) {
      mailings.send(one);
    }
    boolean more = true;
    while (more) {
      more = mailings.sendDaily();
    }
  }
}
