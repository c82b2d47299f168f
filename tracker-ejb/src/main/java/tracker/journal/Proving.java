package tracker.journal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.job.Job;

/** Proves the record once a day, so that an operator hears of an altered past by itself. */
@Dependent
class Proving implements Job {
  private static final Logger LOG = Logger.getLogger(Proving.class.getName());

  @Inject private Proofs proofs;

  @Override
  public String kind() {
    return "journal.proof";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(String about) {
    Proof proof = proofs.renew();
    if (!proof.valid()) {
      LOG.log(
          Level.SEVERE,
          "The record of changes was altered, {0} is the first bad row; /health is down until a"
              + " proof succeeds",
          proof.firstBad());
    }
  }
}
