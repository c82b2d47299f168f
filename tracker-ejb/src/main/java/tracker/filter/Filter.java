package tracker.filter;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.Customizer;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.journal.Recorded;
import tracker.shared.Problem;
import tracker.shared.UuidColumns;

/** A filter. Who pinned it are rows of their own. */
@Entity
@Table(schema = "filter", name = "filter")
@Customizer(UuidColumns.class)
class Filter extends Recorded {
  static final String ENTITY = "filter";

  private String name;
  private String query;
  private boolean shared;

  protected Filter() {}

  Filter(NewFilter wanted, UUID owner, Instant now) {
    super(owner, now);
    this.name = wanted.name().strip();
    this.query = wanted.query().strip();
    this.shared = Boolean.TRUE.equals(wanted.shared());
  }

  String name() {
    return name;
  }

  boolean isSeenBy(UUID account) {
    return shared || createdBy().equals(account);
  }

  /** Whether somebody who sees it may change it. */
  boolean isChangedBy(Caller somebody) {
    return somebody.isAdmin() || createdBy().equals(somebody.id());
  }

  /** Its fields under their public names, as the journal keeps them. */
  Map<String, Object> fields() {
    return Map.of("name", name, "query", query, "shared", shared);
  }

  Change created() {
    return changed("created", null, fields());
  }

  /** Applies a patch; gives what really changed. */
  List<Change> apply(FilterChange wanted, Instant now) {
    List<Change> changes = new ArrayList<>();
    if (wanted.name() != null) {
      String given = required("name", wanted.name().map(String::strip));
      note(changes, "name", name, given);
      name = given;
    }
    if (wanted.query() != null) {
      String given = required("query", wanted.query().map(String::strip));
      note(changes, "query", query, given);
      query = given;
    }
    if (wanted.shared() != null) {
      boolean given =
          wanted.shared().orElseThrow(() -> Problem.invalid("shared", "invalid.required"));
      note(changes, "shared", shared, given);
      shared = given;
    }
    if (!changes.isEmpty()) {
      touch(now);
    }
    return changes;
  }

  private static String required(String field, Optional<String> given) {
    return given
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> Problem.invalid(field, "invalid.required"));
  }

  private void note(List<Change> changes, String field, Object old, Object now) {
    if (!Objects.equals(old, now)) {
      changes.add(changed(field, old, now));
    }
  }

  /** Puts it into the trash, or takes it out. */
  Change delete(boolean gone, Instant now) {
    return changed(throwAway(gone, now), null, true);
  }

  private Change changed(String field, @Nullable Object old, @Nullable Object now) {
    return new Change(ENTITY, id(), null, field, old, now);
  }
}
