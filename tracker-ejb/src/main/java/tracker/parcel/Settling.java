package tracker.parcel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.project.ProjectProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;
import tracker.workflow.Standing;
import tracker.workflow.Status;
import tracker.workflow.Workflow;

/** Writes the rows of a project as they were, so many with one statement. */
@Dependent
class Settling {
  private static final String ROWS = " from jsonb_to_recordset(?::jsonb) as r (";

  private final Sql sql;
  private final Proving proving;

  @Inject
  Settling(Sql sql, Proving proving) {
    this.sql = sql;
    this.proving = proving;
  }

  /** Writes the project; 409 where its key or id is taken. */
  void project(Packed.Project one) {
    if (sql.first("select true from task.project where id = ?", row -> true, one.id())
        .isPresent()) {
      throw Proving.here("project.id", one.id());
    }
    boolean old =
        sql.first(
                "select true from task.key_alias where key like ? || '-%' limit 1",
                row -> true, one.key())
            .isPresent();
    int rows =
        old
            ? 0
            : sql.change(
                "insert into task.project (id, key, name, description, visibility, last_number,"
                    + " created_by, created_at, updated_at, version)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing",
                one.id(),
                one.key(),
                one.name().strip(),
                one.description(),
                one.visibility(),
                one.lastNumber(),
                one.createdBy(),
                one.createdAt(),
                one.updatedAt(),
                one.version());
    if (rows == 0) {
      throw Problem.of(ProjectProblem.PROJECT_KEY_TAKEN, one.key())
          .field("key", "problem.PROJECT_KEY_TAKEN", one.key());
    }
  }

  void members(Load load, int first, List<Packed.Member> members) {
    put(
        "members",
        first,
        members.size(),
        "insert into task.member (project_id, account_id, role) select ?, r.person, r.role"
            + ROWS
            + "person uuid, role text) on conflict do nothing",
        load.id(),
        Json.write(members));
  }

  /** Writes tasks, their tags and the steps that they took. */
  void tasks(Load load, int first, List<Packed.Task> tasks) {
    proving.fresh("tasks", first, "task.task", tasks.stream().map(Packed.Task::id).toList());
    ArrayNode rows = Json.shared().createArrayNode();
    for (int i = 0; i < tasks.size(); i++) {
      rows.add(row(load, "tasks[" + (first + i) + "]", tasks.get(i)));
    }
    String json = rows.toString();
    put(
        "tasks",
        first,
        tasks.size(),
        "insert into task.task (id, project_id, space, number, title, description, status,"
            + " status_name, status_aside, priority, due_at, assignee_id, parent_id, type, refs,"
            + " rank, created_by, created_at, updated_at, closed_at, deleted_at, version)"
            + " select r.id, ?, ?, r.number, r.title, r.description, r.category, r.status_name,"
            + " r.status_aside, r.weight, r.due_at, r.assignee, r.parent_id, r.type, r.refs, r.rank,"
            + " r.created_by, r.created_at, r.updated_at, r.closed_at, r.deleted_at, r.version"
            + ROWS
            + "id uuid, number bigint, title text, description text, category text,"
            + " status_name text, status_aside boolean, weight smallint, due_at timestamptz,"
            + " assignee uuid, parent_id uuid, type text, refs jsonb, rank text, created_by uuid,"
            + " created_at timestamptz, updated_at timestamptz, closed_at timestamptz,"
            + " deleted_at timestamptz, version bigint) on conflict do nothing",
        load.id(),
        load.project().key(),
        json);
    sql.change(
        "insert into task.task_tag (task_id, tag_id) select r.id, g.id"
            + ROWS
            + "id uuid, tags jsonb) cross join lateral jsonb_array_elements_text(r.tags) n (name)"
            + " join task.tag g on lower(g.name) = lower(n.name) on conflict do nothing",
        json);
    sql.change(
        "insert into report.step (task_id, project_id, at, was, became)"
            + " select r.id, ?, (s.step ->> 'at')::timestamptz, s.step ->> 'was',"
            + " s.step ->> 'became'"
            + ROWS
            + "id uuid, steps jsonb) cross join lateral jsonb_array_elements(r.steps)"
            + " with ordinality s (step, place) where s.step ->> 'was' is distinct from"
            + " s.step ->> 'became' order by (s.step ->> 'at')::timestamptz, r.id, s.place",
        load.id(),
        json);
  }

  private static ObjectNode row(Load load, String place, Packed.Task task) {
    Workflow rules = load.rules();
    Optional<Status> status = rules.find(task.status());
    if (status.isEmpty()) {
      throw Problem.invalid(place + ".status", "invalid.status", names(rules));
    }
    for (String tag : task.tags()) {
      if (!load.hasTag(tag)) {
        throw Problem.invalid(place + ".tags", "invalid.parcel_tag", tag);
      }
    }
    Standing standing = rules.standing(status.get());
    ObjectNode row = Json.shared().valueToTree(task);
    row.put("category", standing.category().word());
    row.put("status_name", standing.name());
    row.put("status_aside", standing.aside());
    row.put("weight", task.priority().ordinal());
    return row;
  }

  private static String names(Workflow rules) {
    return String.join(", ", rules.statuses().stream().map(Status::name).toList());
  }

  void comments(Load load, int first, List<Packed.Comment> comments) {
    List<UUID> ids = comments.stream().map(Packed.Comment::id).toList();
    proving.fresh("comments", first, "comment.comment", ids);
    proving.tasks("comments", first, "task_id", comments, load, Packed.Comment::taskId);
    String json = Json.write(comments);
    put(
        "comments",
        first,
        comments.size(),
        "insert into comment.comment (id, task_id, created_by, body, created_at, updated_at,"
            + " edited_at, deleted_at, version) select r.*"
            + ROWS
            + "id uuid, task_id uuid, created_by uuid, body text, created_at timestamptz,"
            + " updated_at timestamptz, edited_at timestamptz, deleted_at timestamptz,"
            + " version bigint) on conflict do nothing",
        json);
    sql.change(
        "insert into comment.mention (comment_id, account_id) select r.id, n.account::uuid"
            + ROWS
            + "id uuid, mentions jsonb) cross join lateral"
            + " jsonb_array_elements_text(r.mentions) n (account) on conflict do nothing",
        json);
  }

  void links(Load load, int first, List<Packed.Link> links) {
    proving.fresh("links", first, "link.link", links.stream().map(Packed.Link::id).toList());
    proving.tasks("links", first, "from_id", links, load, Packed.Link::fromId);
    proving.tasks("links", first, "to_id", links, load, Packed.Link::toId);
    put(
        "links",
        first,
        links.size(),
        "insert into link.link (id, type, from_id, to_id, created_by, created_at, updated_at,"
            + " deleted_at, version) select r.*"
            + ROWS
            + "id uuid, type text, from_id uuid, to_id uuid, created_by uuid,"
            + " created_at timestamptz, updated_at timestamptz, deleted_at timestamptz,"
            + " version bigint) on conflict do nothing",
        Json.write(links));
  }

  /**
   * Writes rows; 422 where one cannot stand beside the others, such as a number that comes twice.
   */
  private void put(String part, int first, int count, String insert, @Nullable Object... args) {
    String place = part + "[" + first + ".." + (first + count - 1) + "]";
    try {
      if (sql.change(insert, args) != count) {
        throw Problem.invalid(place, "invalid.parcel_clash");
      }
    } catch (SqlFailure e) {
      // what the tables themselves refuse, whoever wrote the document
      if (e.state().startsWith("22") || e.state().startsWith("23")) {
        throw Problem.invalid(place, "invalid.parcel_row");
      }
      throw e;
    }
  }
}
