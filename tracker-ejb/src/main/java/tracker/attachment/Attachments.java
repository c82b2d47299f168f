package tracker.attachment;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
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

/**
 * The door to files. Those of things that the caller does not see look unknown (404); who only sees
 * the thing cannot add to it (403).
 */
@Stateless
public class Attachments {
  @Inject @Any private Instance<Holder> holders;
  @Inject private AttachmentRows rows;
  @Inject private AttachmentEdit edit;
  @Inject private Stores stores;
  @Inject private Caller caller;

  /** The files of a thing, the oldest first, also of one in the trash. */
  @Allowed(Right.PROJECT_VIEW)
  public Page<AttachmentView> list(String holder, String idOrKey, PageAsk ask) {
    return rows.page(holder(holder).reach(idOrKey).id(), ask);
  }

  /** How many files hang on each of these things, of those that have some. */
  @Allowed(Right.INTERNAL)
  public Map<UUID, Integer> counts(Collection<UUID> holders) {
    return rows.counts(holders);
  }

  /** Those of a thing that were deleted and that the caller may bring back. */
  @Allowed(Right.PROJECT_WORK)
  public Page<AttachmentView> trash(String holder, String idOrKey, PageAsk ask) {
    Reached on = holder(holder).reach(idOrKey);
    return rows.trash(on.id(), Trash.of(on, caller.id()), ask);
  }

  /**
   * Whether the caller may add a file of this size: asked before its bytes are read.
   *
   * @param size in bytes as the request says; 0 where it does not say
   */
  @Allowed(Right.PROJECT_WORK)
  public void offer(String holder, String idOrKey, long size) {
    changing(holder, idOrKey);
    checkQuota(size);
  }

  /** Hangs a received file on a thing. */
  @Allowed(Right.PROJECT_WORK)
  public AttachmentView add(String holder, String idOrKey, Received file) {
    Reached on = changing(holder, idOrKey);
    checkQuota(file.size());
    return view(edit.keep(holder, on, file));
  }

  /** The file to be saved. */
  @Allowed(Right.PROJECT_VIEW)
  public Download open(UUID id, Download.Wish wish) {
    seen(id);
    return Download.file(stores.store(), view(id), wish);
  }

  /** The small picture of a file; unknown while there is none. */
  @Allowed(Right.PROJECT_VIEW)
  public Download preview(UUID id, Download.Wish wish) {
    seen(id);
    long size = rows.previewSize(id).orElseThrow(Attachments::unknown);
    return Download.preview(stores.store(), view(id), size, wish);
  }

  /** Takes it away: who brought it, or a manager. Undo of the operation brings it back. */
  @Allowed(Right.PROJECT_WORK)
  public void delete(UUID id, @Nullable Long ifVersion) {
    Reached on = seen(id);
    Attachment file =
        edit.locked(id).filter(one -> !one.isDeleted()).orElseThrow(Attachments::unknown);
    if (!on.mayChangeOf(file.createdBy(), caller.id())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    if (ifVersion != null && ifVersion != file.version()) {
      throw Problem.of(CommonProblem.STALE).current(view(id));
    }
    edit.delete(file, true, on.scope());
  }

  /** Takes it out of the trash; one that does not lie there stays as it is. */
  @Allowed(Right.PROJECT_WORK)
  public AttachmentView restore(UUID id) {
    Reached on = reached(rows.formerPlace(id));
    Attachment file = edit.locked(id).orElseThrow(Attachments::unknown);
    if (!on.mayChangeOf(file.createdBy(), caller.id())) {
      throw file.isDeleted() ? unknown() : Problem.of(CommonProblem.FORBIDDEN);
    }
    if (file.isDeleted()) {
      edit.delete(file, false, on.scope());
    }
    return view(id);
  }

  private Reached changing(String holder, String idOrKey) {
    Reached on = holder(holder).reach(idOrKey);
    if (!on.mayChange()) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return on;
  }

  private void checkQuota(long more) {
    long quota = stores.settings().quota();
    if (rows.kept(caller.id()) + more > quota) {
      throw Problem.of(AttachmentProblem.QUOTA_EXCEEDED, quota >> 20);
    }
  }

  private Reached seen(UUID id) {
    return reached(rows.place(id));
  }

  private Reached reached(Optional<AttachmentRows.Place> found) {
    return found
        .flatMap(place -> holder(place.holder()).maybeReach(place.holderId()))
        .orElseThrow(Attachments::unknown);
  }

  private Holder holder(String word) {
    for (Holder one : holders) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw Problem.of(CommonProblem.NOT_FOUND);
  }

  private AttachmentView view(UUID id) {
    return rows.one(id).orElseThrow(Attachments::unknown);
  }

  private static Problem unknown() {
    return Problem.of(AttachmentProblem.ATTACHMENT_NOT_FOUND);
  }
}
