package tracker.project;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.SqlFailure;

/** Writes projects: locks the row, changes it, records what really changed. */
@Dependent
class ProjectEdit {
  @PersistenceContext private EntityManager entities;
  @Inject private ProjectRows rows;
  @Inject private Members members;
  @Inject private Caller caller;
  @EJB private Journal journal;
  @Inject private Clock clock;

  UUID create(NewProject wanted) {
    Project project = new Project(wanted, caller.id(), clock.now());
    entities.persist(project);
    try {
      entities.flush();
    } catch (PersistenceException e) {
      if (SqlFailure.isDuplicate(e)) {
        throw Problem.of(ProjectProblem.PROJECT_KEY_TAKEN, wanted.key())
            .field("key", "problem.PROJECT_KEY_TAKEN", wanted.key());
      }
      throw e;
    }
    journal.record(List.of(project.created()));
    members.put(project, caller.id(), MemberRole.MANAGER);
    return project.id();
  }

  /** The row for writing; 412 with the present state where another version is asked for. */
  Project locked(UUID id, @Nullable Long ifVersion) {
    Project project = entities.find(Project.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (project == null) {
      throw Problem.of(ProjectProblem.PROJECT_NOT_FOUND);
    }
    if (ifVersion != null && ifVersion != project.version()) {
      throw Problem.of(CommonProblem.STALE).current(rows.one(id));
    }
    return project;
  }

  /** The row of a project that is not in the trash. */
  Project living(UUID id, @Nullable Long ifVersion) {
    Project project = locked(id, ifVersion);
    if (project.isDeleted()) {
      throw Problem.of(ProjectProblem.PROJECT_NOT_FOUND);
    }
    return project;
  }

  void apply(Project project, ProjectChange wanted) {
    List<Change> changes = project.apply(wanted, clock.now());
    entities.flush();
    journal.record(changes);
  }

  /** Puts it into the trash, or takes it out. */
  void delete(Project project, boolean gone) {
    Change change = project.delete(gone, clock.now());
    entities.flush();
    journal.record(List.of(change));
  }
}
