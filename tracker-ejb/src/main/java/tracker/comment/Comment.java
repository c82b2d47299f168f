package tracker.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.journal.Recorded;
import tracker.shared.Problem;

/** A comment. Whom it mentions are rows of their own, see {@link Mentions}. */
@Entity
@Table(schema = "comment", name = "comment")
class Comment extends Recorded {
  static final String ENTITY = "comment";

  @Column(name = "task_id", updatable = false)
  private UUID taskId;

  private String body;

  @Column(name = "edited_at")
  private @Nullable Instant editedAt;

  protected Comment() {}

  Comment(NewComment wanted, UUID task, UUID author, Instant now) {
    super(author, now);
    this.taskId = task;
    this.body = wanted.body().strip();
  }

  UUID taskId() {
    return taskId;
  }

  String body() {
    return body;
  }

  Change created(@Nullable UUID project) {
    return changed(project, "created", null, Map.of("task_id", taskId, "body", body));
  }

  /** Gives it other words; empty where they are the same. */
  Optional<Change> say(String words, @Nullable UUID project, Instant now) {
    String given = words.strip();
    if (given.isEmpty()) {
      throw Problem.invalid("body", "invalid.required");
    }
    if (given.equals(body)) {
      return Optional.empty();
    }
    Change change = changed(project, "body", body, given);
    body = given;
    editedAt = now;
    touch(now);
    return Optional.of(change);
  }

  /** Takes it away, or brings it back. */
  Change delete(boolean gone, @Nullable UUID project, Instant now) {
    return changed(project, throwAway(gone, now), null, true);
  }

  private Change changed(
      @Nullable UUID project, String field, @Nullable Object old, @Nullable Object now) {
    return new Change(ENTITY, id(), project, field, old, now);
  }
}
