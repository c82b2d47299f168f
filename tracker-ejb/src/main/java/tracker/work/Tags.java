package tracker.work;

import jakarta.ejb.Stateless;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Page;
import tracker.shared.PageAsk;

/**
 * The door to tags. One set for the whole instance; a tag that only private tasks carry is seen
 * only by those who see one of them.
 */
@Stateless
public class Tags {
  @Allowed(Right.SIGNED_IN)
  public Page<TagView> list(@Nullable String text, PageAsk ask) {
    throw new UnsupportedOperationException();
  }

  @Allowed(Right.SIGNED_IN)
  public TagView one(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** Taken name: 409 TAG_TAKEN. */
  @Allowed(Right.SIGNED_IN)
  public TagView create(@Valid NewTag wanted) {
    throw new UnsupportedOperationException();
  }

  /** Renames or recolours it; its creator or an administrator. */
  @Allowed(Right.SIGNED_IN)
  public TagView change(UUID id, @Valid TagChange change, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }

  /** Takes it off all tasks; its creator or an administrator. */
  @Allowed(Right.SIGNED_IN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    throw new UnsupportedOperationException();
  }
}
