package tracker.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tracker.identity.Caller;
import tracker.job.Job;

/** A kind of job that only notes what it was run with, and for whom. */
@ApplicationScoped
public class NotingJob implements Job {
  static final String KIND = "test.noting";
  static final BlockingQueue<String> DONE = new LinkedBlockingQueue<>();

  @Inject private Caller caller;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String about) {
    DONE.add(about + (caller.isSignedIn() ? " by somebody" : " by nobody"));
  }
}
