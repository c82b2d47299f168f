package tracker.work;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** A project. Its last number is counted in SQL and not mapped here. */
@Entity
@Table(schema = "task", name = "project")
class Project {
  static final String ENTITY = "project";

  @Id private UUID id;

  @Column(updatable = false)
  private String key;

  private String name;
  private @Nullable String description;

  @Convert(converter = Columns.VisibilityColumn.class)
  private Visibility visibility;

  @Column(name = "created_by", updatable = false)
  private UUID createdBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  private long version;

  protected Project() {}

  Project(NewProject wanted, UUID creator, Instant now) {
    this.id = Ids.next();
    this.key = wanted.key();
    this.name = wanted.name().strip();
    this.description = blankToNull(wanted.description());
    this.visibility = Objects.requireNonNullElse(wanted.visibility(), Visibility.PRIVATE);
    this.createdBy = creator;
    this.createdAt = now;
    this.updatedAt = now;
    this.version = 1;
  }

  UUID id() {
    return id;
  }

  String key() {
    return key;
  }

  long version() {
    return version;
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  /**
   * Its fields under their public names, as the journal keeps them; those without a value left out.
   */
  Map<String, Object> fields() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("key", key);
    fields.put("name", name);
    fields.put("visibility", visibility.word());
    if (description != null) {
      fields.put("description", description);
    }
    return fields;
  }

  /** What its creation records. */
  Change created() {
    return changed("created", null, fields());
  }

  /** Applies a patch; gives what really changed. */
  List<Change> apply(ProjectChange wanted, Instant now) {
    List<Change> changes = new ArrayList<>();
    Optional<String> newName = wanted.name();
    if (newName != null) {
      String given = newName.map(String::strip).orElse("");
      if (given.isEmpty()) {
        throw Problem.invalid("name", "invalid.required");
      }
      note(changes, "name", name, given);
      name = given;
    }
    Optional<String> newDescription = wanted.description();
    if (newDescription != null) {
      String given = blankToNull(newDescription.orElse(null));
      note(changes, "description", description, given);
      description = given;
    }
    Optional<Visibility> newVisibility = wanted.visibility();
    if (newVisibility != null) {
      Visibility given =
          newVisibility.orElseThrow(() -> Problem.invalid("visibility", "invalid.required"));
      note(changes, "visibility", visibility.word(), given.word());
      visibility = given;
    }
    if (!changes.isEmpty()) {
      touch(now);
    }
    return changes;
  }

  /** Puts it into the trash, or takes it out. */
  Change delete(boolean gone, Instant now) {
    deletedAt = gone ? now : null;
    touch(now);
    return changed(gone ? "deleted" : "restored", null, true);
  }

  /** A change of its members, which are not fields of their own. */
  Change member(UUID account, @Nullable MemberRole old, @Nullable MemberRole now) {
    return changed(
        "members." + account, old == null ? null : old.word(), now == null ? null : now.word());
  }

  private void note(
      List<Change> changes, String field, @Nullable Object old, @Nullable Object now) {
    if (!Objects.equals(old, now)) {
      changes.add(changed(field, old, now));
    }
  }

  private Change changed(String field, @Nullable Object old, @Nullable Object now) {
    return new Change(ENTITY, id, id, field, old, now);
  }

  private void touch(Instant now) {
    updatedAt = now;
    version++;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
