package tracker.project;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
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
import tracker.journal.Recorded;
import tracker.shared.Problem;
import tracker.shared.Storable;

/** A project. Its last number is counted in SQL and not mapped here. */
@Entity
@Table(schema = "task", name = "project")
class Project extends Recorded {
  static final String ENTITY = "project";

  @Column(updatable = false)
  private String key;

  private String name;
  private @Nullable String description;

  @Convert(converter = VisibilityColumn.class)
  private Visibility visibility;

  protected Project() {}

  Project(NewProject wanted, UUID creator, Instant now) {
    super(creator, now);
    this.key = wanted.key();
    this.name = wanted.name().strip();
    this.description = Storable.orNull(wanted.description());
    this.visibility = Objects.requireNonNullElse(wanted.visibility(), Visibility.PRIVATE);
  }

  String key() {
    return key;
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
      String given = Storable.orNull(newDescription.orElse(null));
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

  /** Puts it into the trash, or takes it out. */
  Change delete(boolean gone, Instant now) {
    return changed(throwAway(gone, now), null, true);
  }

  private Change changed(String field, @Nullable Object old, @Nullable Object now) {
    return new Change(ENTITY, id(), id(), field, old, now);
  }
}
