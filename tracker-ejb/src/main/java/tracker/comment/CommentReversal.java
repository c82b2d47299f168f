package tracker.comment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tracker.identity.Caller;
import tracker.identity.Reached;
import tracker.journal.HistoryEntry;
import tracker.journal.JournalProblem;
import tracker.journal.Past;
import tracker.journal.ReversibleOneByOne;
import tracker.journal.Skipped;
import tracker.shared.CommonProblem;
import tracker.work.Tasks;

/** Takes changes of comments back: a new one goes, a deleted one returns, old words come back. */
@Dependent
class CommentReversal implements ReversibleOneByOne {
  @Inject private CommentEdit edit;
  @EJB private Tasks tasks;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return Comment.ENTITY;
  }

  @Override
  public Optional<Skipped> revert(UUID id, List<HistoryEntry> changes) {
    Past past = new Past(changes);
    Optional<Comment> found = edit.locked(id);
    Optional<Reached> reach =
        found.flatMap(comment -> tasks.maybeReach(comment.taskId().toString()));
    if (found.isEmpty() || reach.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, CommentProblem.COMMENT_NOT_FOUND));
    }
    Comment comment = found.get();
    UUID project = reach.get().scope();
    if (!reach.get().mayChangeOf(comment.createdBy(), caller.id())) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    boolean deleted = past.did("deleted");
    if (comment.isDeleted() != deleted) {
      return Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, Comment.ENTITY));
    }
    if (deleted || past.did("created")) {
      edit.delete(comment, !deleted, project);
      return Optional.empty();
    }
    Past.Ends words = past.fields().get("body");
    if (words == null || !Past.isStill(words.now(), comment.body())) {
      return Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, Comment.ENTITY));
    }
    edit.say(comment, words.old().asText(), project);
    return Optional.empty();
  }
}
