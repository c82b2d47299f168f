package tracker.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** A tag. */
@Entity
@Table(schema = "task", name = "tag")
class Tag {
  static final String ENTITY = "tag";
  private static final List<String> PALETTE =
      List.of(
          "#4fbfd0", "#e5a13d", "#7c6ee6", "#58b368", "#e0607e", "#4a8fe7", "#b07d4f", "#8a97a8");

  @Id private UUID id;
  private String name;
  private String colour;

  @Column(name = "created_by", updatable = false)
  private UUID createdBy;

  private long version;

  protected Tag() {}

  Tag(NewTag wanted, UUID creator) {
    this.id = Ids.next();
    this.name = wanted.name().strip();
    String wish = wanted.colour();
    this.colour = wish == null ? colourOf(name) : wish.toLowerCase(Locale.ROOT);
    this.createdBy = creator;
    this.version = 1;
  }

  /** The colour of a tag that nobody gave one: the same for the same name. */
  static String colourOf(String name) {
    return PALETTE.get(Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), PALETTE.size()));
  }

  TagView view() {
    return new TagView(id, name, colour, version);
  }

  UUID createdBy() {
    return createdBy;
  }

  Change created() {
    return changed("created", null, java.util.Map.of("name", name, "colour", colour));
  }

  Change deleted() {
    return changed("deleted", java.util.Map.of("name", name, "colour", colour), null);
  }

  /** Applies a patch; gives what really changed. */
  List<Change> apply(TagChange wanted) {
    List<Change> changes = new ArrayList<>();
    Optional<String> newName = wanted.name();
    if (newName != null) {
      String given = newName.map(String::strip).orElse("");
      if (given.isEmpty()) {
        throw Problem.invalid("name", "invalid.required");
      }
      if (!given.equals(name)) {
        changes.add(changed("name", name, given));
        name = given;
      }
    }
    Optional<String> newColour = wanted.colour();
    if (newColour != null) {
      String given =
          newColour
              .orElseThrow(() -> Problem.invalid("colour", "invalid.required"))
              .toLowerCase(Locale.ROOT);
      if (!given.equals(colour)) {
        changes.add(changed("colour", colour, given));
        colour = given;
      }
    }
    if (!changes.isEmpty()) {
      version++;
    }
    return changes;
  }

  private Change changed(String field, @Nullable Object old, @Nullable Object now) {
    return new Change(ENTITY, id, null, field, old, now);
  }
}
