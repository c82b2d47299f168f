package tracker.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/** Writes tags. Tasks that carry a tag get a new version with it, for they show its name. */
@Dependent
class TagEdit {
  @PersistenceContext private EntityManager entities;
  @Inject private Sql sql;
  @Inject private Caller caller;
  @EJB private Journal journal;

  Tag create(NewTag wanted) {
    Tag tag = new Tag(wanted, caller.id());
    entities.persist(tag);
    flush(tag);
    journal.record(List.of(tag.created()));
    return tag;
  }

  Optional<Tag> maybeLocked(UUID id) {
    return Optional.ofNullable(entities.find(Tag.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void apply(Tag tag, TagChange wanted) {
    List<Change> changes = tag.apply(wanted);
    flush(tag);
    if (changes.stream().anyMatch(change -> change.field().equals("name"))) {
      renew(tag);
    }
    journal.record(changes);
  }

  void delete(Tag tag) {
    renew(tag);
    entities.remove(tag);
    entities.flush();
    journal.record(List.of(tag.deleted()));
  }

  boolean isUsed(UUID tag) {
    return sql.first("select true from task.task_tag where tag_id = ? limit 1", row -> true, tag)
        .isPresent();
  }

  private void renew(Tag tag) {
    sql.change(
        "with carrying as (select t.id from task.task t join task.task_tag tt on tt.task_id = t.id"
            + " where tt.tag_id = ? order by t.id for update of t)"
            + " update task.task t set version = version + 1 from carrying"
            + " where t.id = carrying.id",
        tag.view().id());
  }

  private void flush(Tag tag) {
    try {
      entities.flush();
    } catch (PersistenceException e) {
      if (SqlFailure.isDuplicate(e)) {
        String name = tag.view().name();
        throw Problem.of(WorkProblem.TAG_TAKEN, name).field("name", "problem.TAG_TAKEN", name);
      }
      throw e;
    }
  }
}
