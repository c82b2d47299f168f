package tracker.image;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tracker.attachment.Vault;
import tracker.job.Job;
import tracker.shared.Clock;
import tracker.shared.Sql;

/** Throws pictures away for good that were deleted a month ago: first the bytes, then the row. */
@Dependent
class Purge implements Job {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private Vault vault;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "image.purge";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(12);
  }

  @Override
  public void run(String about) {
    List<UUID> gone =
        sql.list(
            "select id from image.image where deleted_at < ? limit 1000",
            row -> row.getObject(1, UUID.class),
            clock.now().minus(KEPT));
    for (UUID id : gone) {
      vault.remove(Rendering.raw(id));
      for (ImageSize size : ImageSize.values()) {
        vault.remove(size.stored(id));
      }
      sql.change("delete from image.image where id = ?", id);
    }
  }
}
