package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.CommonProblem;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Storable;

/**
 * The door to tags. One set for the whole instance; a tag that only private tasks carry is seen
 * only by those who see one of them.
 */
@Stateless
public class Tags {
  @Inject private TagRows rows;
  @Inject private TagEdit edit;
  @Inject private Caller caller;

  @Allowed(Right.SIGNED_IN)
  public Page<TagView> list(@Nullable String text, PageAsk ask) {
    Storable.check("q", text);
    return rows.page(text, ask);
  }

  @Allowed(Right.SIGNED_IN)
  public TagView one(UUID id) {
    return rows.one(id);
  }

  /** Taken name: 409 TAG_TAKEN. */
  @Allowed(Right.SIGNED_IN)
  public TagView create(@Valid NewTag wanted) {
    return edit.create(wanted).view();
  }

  /** Renames or recolours it; its creator or an administrator. */
  @Allowed(Right.SIGNED_IN)
  public TagView change(UUID id, @Valid TagChange change, @Nullable Long ifVersion) {
    Tag tag = own(id, ifVersion);
    edit.apply(tag, change);
    return tag.view();
  }

  /** Takes it off all tasks; its creator or an administrator. */
  @Allowed(Right.SIGNED_IN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    edit.delete(own(id, ifVersion));
  }

  private Tag own(UUID id, @Nullable Long ifVersion) {
    TagView seen = rows.one(id);
    Tag tag = edit.maybeLocked(seen.id()).orElseThrow(() -> Problem.of(WorkProblem.TAG_NOT_FOUND));
    if (!caller.isAdmin() && !tag.createdBy().equals(caller.id())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    TagView present = tag.view();
    if (ifVersion != null && ifVersion != present.version()) {
      throw Problem.of(CommonProblem.STALE).current(present);
    }
    return tag;
  }
}
