package tracker.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.journal.Recorded;

/** A file that hangs on something. Its bytes lie in the {@link Store} under its id. */
@Entity
@Table(schema = "attachment", name = "attachment")
class Attachment extends Recorded {
  static final String ENTITY = "attachment";

  @Column(updatable = false)
  private String holder;

  @Column(name = "holder_id", updatable = false)
  private UUID holderId;

  @Column(updatable = false)
  private String name;

  @Column(updatable = false)
  private long size;

  @Column(name = "content_type", updatable = false)
  private String contentType;

  @Column(updatable = false)
  private String sha256;

  protected Attachment() {}

  Attachment(String holder, UUID holderId, Received file, UUID creator, Instant now) {
    super(creator, now);
    this.holder = holder;
    this.holderId = holderId;
    this.name = file.name();
    this.size = file.size();
    this.contentType = file.contentType();
    this.sha256 = file.sha256();
  }

  String holder() {
    return holder;
  }

  UUID holderId() {
    return holderId;
  }

  String contentType() {
    return contentType;
  }

  Change created(@Nullable UUID scope) {
    return changed(
        scope, "created", Map.of(holder + "_id", holderId, "name", name, "sha256", sha256));
  }

  /** Takes it away, or brings it back. */
  Change delete(boolean gone, @Nullable UUID scope, Instant now) {
    return changed(scope, throwAway(gone, now), Map.of("name", name));
  }

  private Change changed(@Nullable UUID scope, String field, Object now) {
    return new Change(ENTITY, id(), scope, field, null, now, holderId);
  }
}
