package tracker.work;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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
import tracker.shared.Ids;
import tracker.shared.UuidColumns;

/** A task. Its tags are rows of their own, see {@link TagNames}. */
@Entity
@Table(schema = "task", name = "task")
@Customizer(UuidColumns.class)
class Task {
  static final String ENTITY = "task";

  /** The first half of the key of a task without a project. */
  static final String PERSONAL = "T";

  @Id private UUID id;

  @Column(name = "project_id")
  private @Nullable UUID projectId;

  private String space;
  private long number;
  private String title;
  private @Nullable String description;

  @Convert(converter = Columns.StatusColumn.class)
  private Status status;

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

  @Column(name = "created_by", updatable = false)
  private UUID createdBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  private long version;

  protected Task() {}

  Task(NewTask wanted, Place place, long number, @Nullable UUID parent, UUID creator, Instant now) {
    this.id = Ids.next();
    this.projectId = place.id();
    this.space = place.key();
    this.number = number;
    this.title = wanted.title().strip();
    this.description = blankToNull(wanted.description());
    this.status = Objects.requireNonNullElse(wanted.status(), Status.TODO);
    this.priority = Objects.requireNonNullElse(wanted.priority(), Priority.NORMAL);
    this.dueAt = wanted.dueAt();
    this.assigneeId = wanted.assigneeId();
    this.parentId = parent;
    this.type = wanted.type() == null ? "task" : wanted.type().strip();
    this.refs = wanted.refs() == null ? List.of() : List.copyOf(wanted.refs());
    this.rank = Rank.ofNew(id);
    this.createdBy = creator;
    this.createdAt = now;
    this.updatedAt = now;
    this.closedAt = status.isClosed() ? now : null;
    this.version = 1;
  }

  /** Where a task lives: a project, or the personal space. */
  record Place(@Nullable UUID id, String key) {
    static final Place PERSONAL = new Place(null, Task.PERSONAL);
  }

  UUID id() {
    return id;
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

  UUID createdBy() {
    return createdBy;
  }

  Status status() {
    return status;
  }

  String rank() {
    return rank;
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
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "key", key());
    put(fields, "title", title);
    put(fields, "description", description);
    put(fields, "status", status);
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
  void enter(Status next, Instant now) {
    if (next.isClosed() && !status.isClosed()) {
      closedAt = now;
      rank = Rank.ofClosed(Ids.next());
    } else if (!next.isClosed()) {
      closedAt = null;
    }
    status = next;
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
    deletedAt = gone ? now : null;
    touch(now);
    return changed(gone ? "deleted" : "restored", null, true);
  }

  Change changed(String field, @Nullable Object old, @Nullable Object now) {
    return new Change(ENTITY, id, projectId, field, old, now);
  }

  void touch(Instant now) {
    updatedAt = now;
    version++;
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
