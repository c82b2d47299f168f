package tracker.attachment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.identity.Reached;
import tracker.job.Jobs;
import tracker.journal.Journal;
import tracker.shared.Clock;

/** Writes rows of files, and moves their bytes along with the transaction. */
@Dependent
class AttachmentEdit {
  @PersistenceContext private EntityManager entities;
  @Inject private Stores stores;
  @Inject private Vault vault;
  @Inject private Caller caller;
  @EJB private Journal journal;
  @Inject private Jobs jobs;
  @Inject private Clock clock;

  /** Keeps bytes and row: the bytes first, so that no committed row is without them. */
  UUID keep(String holder, Reached on, Received file) {
    Attachment made = new Attachment(holder, on.id(), file, caller.id(), clock.now());
    entities.persist(made);
    entities.flush();
    journal.record(List.of(made.created(on.scope())));
    store(made.id(), file);
    return made.id();
  }

  /** Moves the bytes of a new row to their place, from which they go again if the row does. */
  void store(UUID id, Received file) {
    if (FileType.isPicture(file.contentType())
        && file.size() <= stores.settings().largestPicture()) {
      jobs.add(Preview.KIND, id.toString());
    }
    vault.keep(id.toString(), file.file());
  }

  /** The row for writing, deleted or not. */
  Optional<Attachment> locked(UUID id) {
    return Optional.ofNullable(entities.find(Attachment.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void delete(Attachment file, boolean gone, @Nullable UUID scope) {
    journal.record(List.of(file.delete(gone, scope, clock.now())));
    entities.flush();
  }
}
