package tracker.bulk;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.job.Job;
import tracker.shared.Problem;

/** Does a bulk change portion by portion; begun again, it goes on where the last portion ended. */
@Dependent
class BulkJob implements Job {
  static final String KIND = "bulk.change";
  private static final Logger LOG = Logger.getLogger(BulkJob.class.getName());

  @EJB private Bulks bulks;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String about) {
    UUID id = UUID.fromString(about);
    try {
      boolean more = true;
      while (more) {
        more = bulks.proceed(id);
      }
    } catch (Problem refused) {
      LOG.log(Level.INFO, "Bulk change {0} ends: {1}", new Object[] {id, refused.code().name()});
      bulks.fail(id);
    }
  }

  @Override
  public void gaveUp(String about) {
    bulks.fail(UUID.fromString(about));
  }

  // whoever asked for it was told, and what was left to change is not kept
  @Override
  public boolean isOverWhenGivenUp() {
    return true;
  }
}
