package tracker.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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

/** Takes changes of files back: a new one goes, a deleted one returns. */
@Dependent
class AttachmentReversal implements ReversibleOneByOne {
  @Inject @Any private Instance<Holder> holders;
  @Inject private AttachmentEdit edit;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return Attachment.ENTITY;
  }

  @Override
  public Optional<Skipped> revert(UUID id, List<HistoryEntry> changes) {
    Optional<Attachment> found = edit.locked(id);
    Optional<Reached> reach = found.flatMap(this::reach);
    if (found.isEmpty() || reach.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, AttachmentProblem.ATTACHMENT_NOT_FOUND));
    }
    Attachment file = found.get();
    if (!reach.get().mayChangeOf(file.createdBy(), caller.id())) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    boolean deleted = new Past(changes).did("deleted");
    if (file.isDeleted() != deleted) {
      return Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, Attachment.ENTITY));
    }
    edit.delete(file, !deleted, reach.get().scope());
    return Optional.empty();
  }

  private Optional<Reached> reach(Attachment file) {
    return holders.stream()
        .filter(one -> one.word().equals(file.holder()))
        .findFirst()
        .flatMap(one -> one.maybeReach(file.holderId()));
  }
}
