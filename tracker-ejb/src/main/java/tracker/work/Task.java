package tracker.work;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.persistence.annotations.Customizer;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.journal.Recorded;
import tracker.project.ProjectFound;
import tracker.shared.Ids;
import tracker.shared.Storable;
import tracker.shared.UuidColumns;
import tracker.workflow.Category;
import tracker.workflow.Standing;

/** A task. Its tags are rows of their own, see {@link TagNames}. */
@Entity
@Table(schema = "task", name = "task")
@Customizer(UuidColumns.class)
class Task extends Recorded {
  static final String ENTITY = "task";

  /** The first half of the key of a task without a project. */
  static final String PERSONAL = "T";

  @Column(name = "project_id")
  private @Nullable UUID projectId;

  private String space;
  private long number;
  private String title;
  private @Nullable String description;

  @Convert(converter = Columns.CategoryColumn.class)
  @Column(name = "status")
  private Category category;

  @Column(name = "status_name")
  private @Nullable String statusName;

  @Column(name = "status_aside")
  private boolean statusAside;

  @Convert(converter = Columns.PriorityColumn.class)
  private Priority priority;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "assignee_id")
  private @Nullable UUID assigneeId;

  @Column(name = "parent_id")
  private @Nullable UUID parentId;

  private String type;

  @Convert(converter = Columns.RefsColumn.class)
  private List<Ref> refs;

  private String rank;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  protected Task() {}

  Task(
      NewTask wanted,
      Place place,
      Standing standing,
      long number,
      @Nullable UUID parent,
      UUID creator,
      Instant now) {
    super(creator, now);
    this.projectId = place.id();
    this.space = place.key();
    this.number = number;
    this.title = wanted.title().strip();
    this.description = Storable.orNull(wanted.description());
    this.category = standing.category();
    this.statusName = standing.name();
    this.statusAside = standing.aside();
    this.priority = Objects.requireNonNullElse(wanted.priority(), Priority.NORMAL);
    this.dueAt = wanted.dueAt();
    this.assigneeId = wanted.assigneeId();
    this.parentId = parent;
    this.type = Objects.requireNonNullElse(wanted.type(), TaskType.USUAL);
    this.refs = wanted.refs() == null ? List.of() : List.copyOf(wanted.refs());
    this.rank = Rank.ofNew(id());
    this.closedAt = category.isClosed() ? now : null;
  }

  /** Where a task lives: a project, or the personal space. */
  record Place(@Nullable UUID id, String key) {
    static final Place PERSONAL = new Place(null, Task.PERSONAL);

    static Place of(ProjectFound project) {
      return new Place(project.id(), project.key());
    }
  }

  String key() {
    return space + "-" + number;
  }

  @Nullable UUID projectId() {
    return projectId;
  }

  @Nullable UUID parentId() {
    return parentId;
  }

  @Nullable UUID assigneeId() {
    return assigneeId;
  }

  Standing standing() {
    return new Standing(category, statusName, statusAside);
  }

  String rank() {
    return rank;
  }

  /**
   * Its fields under their public names, as the journal keeps them; those without a value left out.
   */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "key", key());
    put(fields, "title", title);
    put(fields, "description", description);
    put(fields, "status", standing().word());
    put(fields, "priority", priority);
    put(fields, "due_at", dueAt);
    put(fields, "assignee_id", assigneeId);
    put(fields, "project", projectId);
    put(fields, "parent_id", parentId);
    put(fields, "type", type);
    put(fields, "refs", refs.isEmpty() ? null : refs);
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  void rename(String to) {
    title = to;
  }

  void describe(@Nullable String words) {
    description = words;
  }

  /** Gives it a status; a task that closes goes to the top of its column. */
  void enter(Standing next, Instant now) {
    boolean closes = next.category().isClosed();
    if (closes && !category.isClosed()) {
      closedAt = now;
      rank = Rank.ofClosed(Ids.next());
    } else if (!closes) {
      closedAt = null;
    }
    category = next.category();
    statusName = next.name();
    statusAside = next.aside();
  }

  void matter(Priority how) {
    priority = how;
  }

  void fallDue(@Nullable Instant when) {
    dueAt = when;
  }

  void assign(@Nullable UUID account) {
    assigneeId = account;
  }

  void lieUnder(@Nullable UUID task) {
    parentId = task;
  }

  void become(String kind) {
    type = kind;
  }

  void concern(List<Ref> things) {
    refs = List.copyOf(things);
  }

  /** Moves it to another project, where it gets a new key. */
  void moveTo(Place place, long newNumber) {
    projectId = place.id();
    space = place.key();
    number = newNumber;
  }

  /** Gives it a place on the board; no field that readers see changes with it. */
  Change stand(String place) {
    Change change = changed("rank", rank, place);
    rank = place;
    return change;
  }

  /** Puts it into the trash, or takes it out. */
  Change delete(boolean gone, Instant now) {
    return changed(throwAway(gone, now), null, true);
  }

  Change changed(String field, @Nullable Object old, @Nullable Object now) {
    return new Change(ENTITY, id(), projectId, field, old, now);
  }
}
