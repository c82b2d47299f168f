package tracker.inbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import tracker.job.Job;
import tracker.shared.Clock;

/** Forgets notices that were read three months ago, and all after a year. */
@Dependent
class Purge implements Job {
  private static final Duration READ = Duration.ofDays(90);
  private static final Duration ANY = Duration.ofDays(365);

  @Inject private NoticeRows rows;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "inbox.purge";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(String about) {
    Instant now = clock.now();
    rows.forget(now.minus(READ), now.minus(ANY));
  }
}
