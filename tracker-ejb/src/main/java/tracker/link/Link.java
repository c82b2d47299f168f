package tracker.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.journal.Recorded;

/** A link, read from one task to the other. It is made and removed, never changed. */
@Entity
@Table(schema = "link", name = "link")
class Link extends Recorded {
  static final String ENTITY = "link";

  @Column(updatable = false)
  private String type;

  @Column(name = "from_id", updatable = false)
  private UUID fromId;

  @Column(name = "to_id", updatable = false)
  private UUID toId;

  protected Link() {}

  Link(LinkType type, UUID from, UUID to, UUID creator, Instant now) {
    super(creator, now);
    this.type = type.word();
    this.fromId = from;
    this.toId = to;
  }

  LinkType type() {
    return LinkType.of(type);
  }

  UUID fromId() {
    return fromId;
  }

  UUID toId() {
    return toId;
  }

  Change created(@Nullable UUID scope) {
    Map<String, Object> fields = Map.of("type", type, "from_id", fromId, "to_id", toId);
    return new Change(ENTITY, id(), scope, "created", null, fields);
  }

  /** Takes it away, or brings it back. */
  Change delete(boolean gone, @Nullable UUID scope, Instant now) {
    return new Change(ENTITY, id(), scope, throwAway(gone, now), null, true);
  }
}
