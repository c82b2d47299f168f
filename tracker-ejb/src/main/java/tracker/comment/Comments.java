package tracker.comment;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Reached;
import tracker.identity.Right;
import tracker.journal.Trash;
import tracker.shared.CommonProblem;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.work.Tasks;
import tracker.work.WorkProblem;

/**
 * The door to comments. Those of tasks that the caller does not see look unknown (404); who only
 * sees the task cannot comment (403).
 */
@Stateless
public class Comments {
  @EJB private Tasks tasks;
  @Inject private CommentRows rows;
  @Inject private CommentEdit edit;
  @Inject private Caller caller;

  /** The comments of a task, also of one in the trash. */
  @Allowed(Right.PROJECT_VIEW)
  public Page<CommentView> list(String task, boolean newestFirst, PageAsk ask) {
    return rows.page(tasks.reach(task).id(), newestFirst, ask);
  }

  /** How many comments each of these tasks has, of those that have some and the caller sees. */
  @Allowed(Right.PROJECT_VIEW)
  public Map<UUID, Integer> counts(Collection<UUID> of) {
    Map<UUID, Integer> counts = rows.counts(of);
    counts.keySet().retainAll(tasks.names(counts.keySet()).keySet());
    return counts;
  }

  /** Those of a task that were deleted and that the caller may bring back. */
  @Allowed(Right.PROJECT_WORK)
  public Page<CommentView> trash(String task, PageAsk ask) {
    Reached reach = living(tasks.reach(task));
    return rows.trash(reach.id(), Trash.of(reach, caller.id()), ask);
  }

  @Allowed(Right.PROJECT_VIEW)
  public CommentView one(UUID id) {
    seen(id);
    return view(id);
  }

  @Allowed(Right.PROJECT_WORK)
  public CommentView create(String task, @Valid NewComment wanted) {
    Reached reach = living(tasks.reach(task));
    if (!reach.mayChange()) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return view(edit.create(wanted, reach));
  }

  /** Changes the words: its author, or a manager. */
  @Allowed(Right.PROJECT_WORK)
  public CommentView change(UUID id, @Valid CommentChange change, @Nullable Long ifVersion) {
    Reached reach = living(seen(id));
    Comment comment = own(id, reach, ifVersion);
    Optional<String> words = change.body();
    if (words != null) {
      edit.say(comment, words.orElse(""), reach.scope());
    }
    return view(id);
  }

  /** Takes it away; undo of the operation brings it back. */
  @Allowed(Right.PROJECT_WORK)
  public void delete(UUID id, @Nullable Long ifVersion) {
    Reached reach = living(seen(id));
    edit.delete(own(id, reach, ifVersion), true, reach.scope());
  }

  /** Takes it out of the trash; one that does not lie there stays as it is. */
  @Allowed(Right.PROJECT_WORK)
  public CommentView restore(UUID id) {
    Reached reach = living(reached(rows.formerTask(id)));
    Comment comment = edit.locked(id).orElseThrow(Comments::unknown);
    if (!reach.mayChangeOf(comment.createdBy(), caller.id())) {
      throw comment.isDeleted() ? unknown() : Problem.of(CommonProblem.FORBIDDEN);
    }
    if (comment.isDeleted()) {
      edit.delete(comment, false, reach.scope());
    }
    return view(id);
  }

  /** Whom each of these comments speaks to. */
  @Allowed(Right.INTERNAL)
  public Map<UUID, List<UUID>> mentioned(Collection<UUID> ids) {
    return rows.mentioned(ids);
  }

  private Reached seen(UUID id) {
    return reached(rows.task(id));
  }

  private Reached reached(Optional<UUID> found) {
    return found.flatMap(task -> tasks.maybeReach(task.toString())).orElseThrow(Comments::unknown);
  }

  private static Reached living(Reached task) {
    if (task.deleted()) {
      throw Problem.of(WorkProblem.TASK_NOT_FOUND);
    }
    return task;
  }

  private Comment own(UUID id, Reached reach, @Nullable Long ifVersion) {
    Comment comment =
        edit.locked(id).filter(one -> !one.isDeleted()).orElseThrow(Comments::unknown);
    if (!reach.mayChangeOf(comment.createdBy(), caller.id())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    if (ifVersion != null && ifVersion != comment.version()) {
      throw Problem.of(CommonProblem.STALE).current(view(id));
    }
    return comment;
  }

  private CommentView view(UUID id) {
    return rows.one(id).orElseThrow(Comments::unknown);
  }

  private static Problem unknown() {
    return Problem.of(CommentProblem.COMMENT_NOT_FOUND);
  }
}
