package tracker.exchange;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.job.Job;
import tracker.shared.Problem;

/** Brings a long file in portion by portion; begun again, it goes on where the last one ended. */
@Dependent
class ImportJob implements Job {
  static final String KIND = "exchange.import";
  private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());

  @EJB private LongImports imports;

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
        more = imports.proceed(id);
      }
    } catch (Problem refused) {
      LOG.log(Level.INFO, "Import {0} ends: {1}", new Object[] {id, refused.code().name()});
      imports.fail(id);
    }
  }

  @Override
  public void gaveUp(String about) {
    imports.fail(UUID.fromString(about));
  }

  // whoever asked for it was told, and what was left to bring in is not kept
  @Override
  public boolean isOverWhenGivenUp() {
    return true;
  }
}
