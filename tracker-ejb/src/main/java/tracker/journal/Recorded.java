package tracker.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;

/**
 * What entities share that are recorded and undone: an id, a version that each change raises, and a
 * trash from which they come back.
 */
@MappedSuperclass
public abstract class Recorded {
  @Id private UUID id;

  @Column(name = "created_by", updatable = false)
  private UUID createdBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  private long version;

  protected Recorded() {}

  protected Recorded(UUID creator, Instant now) {
    this.id = Ids.next();
    this.createdBy = creator;
    this.createdAt = now;
    this.updatedAt = now;
    this.version = 1;
  }

  public UUID id() {
    return id;
  }

  public UUID createdBy() {
    return createdBy;
  }

  public long version() {
    return version;
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }

  /** Raises the version for a change. */
  public void touch(Instant now) {
    updatedAt = now;
    version++;
  }

  /** Puts it into the trash, or takes it out; gives the word for the record of that. */
  protected String throwAway(boolean gone, Instant now) {
    deletedAt = gone ? now : null;
    touch(now);
    return gone ? "deleted" : "restored";
  }
}
