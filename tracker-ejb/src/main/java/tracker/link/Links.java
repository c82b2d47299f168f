package tracker.link;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Reached;
import tracker.identity.Right;
import tracker.shared.CommonProblem;
import tracker.shared.Cursor;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.work.TaskName;
import tracker.work.Tasks;
import tracker.work.WorkProblem;

/**
 * The door to links. A link whose other task the caller does not see, or that is in the trash, is
 * not there for them; it is made and removed from a side that the caller may change.
 */
@Stateless
public class Links {
  @EJB private Tasks tasks;
  @Inject private LinkRows rows;
  @Inject private HeldRows held;
  @Inject private LinkEdit edit;

  /** The links of a task from both sides, the oldest first, also of one in the trash. */
  @Allowed(Right.PROJECT_VIEW)
  public Page<LinkView> list(String task, PageAsk ask) {
    UUID id = tasks.reach(task).id();
    List<LinkView> seen = new ArrayList<>(views(id, rows.of(id), false).values());
    String cursor = ask.cursor();
    List<LinkView> rest = cursor == null ? skip(seen, ask.offset()) : after(seen, cursor);
    List<LinkView> part = rest.subList(0, Math.min(rest.size(), ask.limit() + 1));
    return Page.of(part, seen.size(), ask, last -> Cursor.write(last.createdAt(), last.id()));
  }

  private static List<LinkView> skip(List<LinkView> all, long count) {
    return all.subList((int) Math.min(count, all.size()), all.size());
  }

  private static List<LinkView> after(List<LinkView> all, String cursor) {
    List<Object> place = Cursor.timeAndId(cursor);
    Instant time = (Instant) place.get(0);
    String id = place.get(1).toString(); // the text of an id sorts as the database sorts ids
    return all.stream()
        .filter(
            one -> {
              int order = one.createdAt().compareTo(time);
              return order > 0 || order == 0 && one.id().toString().compareTo(id) > 0;
            })
        .toList();
  }

  /** One link of a task. */
  @Allowed(Right.PROJECT_VIEW)
  public LinkView one(String task, UUID link) {
    return view(tasks.reach(task).id(), link);
  }

  /**
   * Ties a task that the caller may change to one that they see. 409 LINK_EXISTS, or LINK_CYCLE
   * with the way that the circle would take.
   */
  @Allowed(Right.PROJECT_WORK)
  public LinkView create(String task, @Valid NewLink wanted) {
    Reached here = changing(task);
    Reached there =
        tasks
            .maybeReach(wanted.taskId().strip())
            .filter(found -> !found.deleted())
            .orElseThrow(() -> Problem.invalid("task_id", "invalid.task"));
    if (there.id().equals(here.id())) {
      throw Problem.invalid("task_id", "invalid.link_self");
    }
    boolean inward = wanted.direction() == Direction.INWARD;
    UUID made = edit.create(wanted.type(), inward ? there : here, inward ? here : there);
    return view(here.id(), made);
  }

  /** Removes a link from the side of this task; undo of the operation brings it back. */
  @Allowed(Right.PROJECT_WORK)
  public void delete(String task, UUID link, @Nullable Long ifVersion) {
    Reached here = changing(task);
    LinkView view = view(here.id(), link);
    Reached there = tasks.maybeReach(view.taskId().toString()).orElseThrow(Links::unknown);
    Link found = edit.locked(link).filter(one -> !one.isDeleted()).orElseThrow(Links::unknown);
    if (ifVersion != null && ifVersion != found.version()) {
      throw Problem.of(CommonProblem.STALE).current(view);
    }
    boolean inward = view.direction() == Direction.INWARD;
    edit.delete(found, true, inward ? there : here, inward ? here : there);
  }

  /** By task, the open tasks that block it: those that the caller sees, of those that they see. */
  @Allowed(Right.PROJECT_VIEW)
  public Map<UUID, List<TaskName>> blockers(Collection<UUID> blocked) {
    List<LinkRows.Row> found = rows.blocking(blocked);
    Set<UUID> both = new HashSet<>();
    found.forEach(row -> both.addAll(List.of(row.from(), row.to())));
    Map<UUID, TaskName> names = tasks.names(both);
    Map<UUID, List<TaskName>> blockers = new LinkedHashMap<>();
    for (LinkRows.Row row : found) {
      TaskName by = names.get(row.from());
      if (by != null && by.isOpen() && names.containsKey(row.to())) {
        blockers.computeIfAbsent(row.to(), id -> new ArrayList<>()).add(by);
      }
    }
    return blockers;
  }

  /** Open tasks of others that wait for the caller's, the ones that are due first. */
  @Allowed(Right.SIGNED_IN)
  public HeldView held(int most) {
    return held.first(most);
  }

  /** Those of these links that a task has or had, for its history; by their ids. */
  @Allowed(Right.PROJECT_VIEW)
  public Map<UUID, LinkView> past(String task, Collection<UUID> links) {
    UUID id = tasks.reach(task).id();
    return views(id, rows.everOf(id, links), true);
  }

  private Map<UUID, LinkView> views(UUID task, List<LinkRows.Row> found, boolean alsoTrash) {
    Map<UUID, TaskName> names =
        tasks.names(found.stream().map(row -> row.other(task)).distinct().toList());
    Map<UUID, LinkView> views = new LinkedHashMap<>();
    for (LinkRows.Row row : found) {
      TaskName other = names.get(row.other(task));
      if (other != null && (alsoTrash || !other.deleted())) {
        views.put(row.id(), view(row, task, other));
      }
    }
    return views;
  }

  private static LinkView view(LinkRows.Row row, UUID task, TaskName other) {
    return new LinkView(
        row.id(),
        row.type(),
        row.direction(task),
        other.id(),
        other.key(),
        other.title(),
        other.status(),
        row.createdBy(),
        row.createdAt(),
        row.version());
  }

  private LinkView view(UUID task, UUID link) {
    List<LinkRows.Row> found = rows.of(task).stream().filter(row -> row.id().equals(link)).toList();
    LinkView view = views(task, found, false).get(link);
    if (view == null) {
      throw unknown();
    }
    return view;
  }

  private Reached changing(String task) {
    Reached here = tasks.reach(task);
    if (here.deleted()) {
      throw Problem.of(WorkProblem.TASK_NOT_FOUND);
    }
    if (!here.mayChange()) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return here;
  }

  private static Problem unknown() {
    return Problem.of(LinkProblem.LINK_NOT_FOUND);
  }
}
