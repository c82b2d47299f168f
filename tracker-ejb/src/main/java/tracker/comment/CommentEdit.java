package tracker.comment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.Reached;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.Sql;
import tracker.work.Tasks;

/** Writes comments: locks, changes, records, and keeps whom they mention. */
@Dependent
class CommentEdit {
  @PersistenceContext private EntityManager entities;
  @Inject private Sql sql;
  @EJB private Accounts accounts;
  @EJB private Tasks tasks;
  @Inject private Caller caller;
  @EJB private Journal journal;
  @Inject private Clock clock;

  UUID create(NewComment wanted, Reached task) {
    Comment comment = new Comment(wanted, task.id(), caller.id(), clock.now());
    entities.persist(comment);
    entities.flush();
    mention(comment);
    journal.record(List.of(comment.created(task.scope())));
    return comment.id();
  }

  /** The row for writing, deleted or not. */
  Optional<Comment> locked(UUID id) {
    return Optional.ofNullable(entities.find(Comment.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void say(Comment comment, String words, @Nullable UUID project) {
    comment
        .say(words, project, clock.now())
        .ifPresent(
            change -> {
              entities.flush();
              mention(comment);
              journal.record(List.of(change));
            });
  }

  void delete(Comment comment, boolean gone, @Nullable UUID project) {
    journal.record(List.of(comment.delete(gone, project, clock.now())));
    entities.flush();
  }

  // only those who see the task are spoken to: a name is no way to reach others
  private void mention(Comment comment) {
    sql.change("delete from comment.mention where comment_id = ?", comment.id());
    Set<String> words = Mentions.candidates(comment.body());
    if (words.isEmpty()) {
      return;
    }
    Map<String, List<UUID>> known = accounts.called(words);
    Set<UUID> meant = Mentions.in(comment.body(), known);
    List<UUID> seeing = tasks.seenBy(comment.taskId(), List.copyOf(meant));
    if (!seeing.isEmpty()) {
      sql.change(
          "insert into comment.mention (comment_id, account_id) select ?, unnest(?)",
          comment.id(),
          seeing);
    }
  }
}
