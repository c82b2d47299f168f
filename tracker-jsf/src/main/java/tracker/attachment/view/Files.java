package tracker.attachment.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.attachment.Arrivals;
import tracker.attachment.AttachmentView;
import tracker.attachment.Attachments;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.People;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** The files of the task in the address. The browser sends new ones by itself, see files.js. */
@Named("files")
@RequestScoped
public class Files {
  private static final String TASK = "task";
  private static final int KILO = 1024;

  @Inject private Attachments attachments;
  @Inject private Arrivals arrivals;
  @Inject private People people;
  @Inject private Asked asked;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<AttachmentView> page;
  private @Nullable List<AttachmentView> trash;

  /**
   * The oldest first; none before the page is written, for an act of the same request may drop
   * some.
   */
  public List<AttachmentView> getItems() {
    return page().items();
  }

  public long getTotal() {
    return page().total();
  }

  private Page<AttachmentView> page() {
    if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      return new Page<>(List.of(), 1, PageAsk.MAX_LIMIT, 0, null);
    }
    if (page == null) {
      page = attachments.list(TASK, asked.text("key"), PageAsk.first(PageAsk.MAX_LIMIT));
      people.meet(page.items().stream().map(AttachmentView::createdBy).toList());
    }
    return page;
  }

  /** What was deleted and the reader may bring back; none where nobody asked for it. */
  public List<AttachmentView> getTrash() {
    if (!asked.shows("trash")) {
      return List.of();
    }
    if (trash == null) {
      PageAsk most = PageAsk.first(PageAsk.MAX_LIMIT);
      trash = attachments.trash(TASK, asked.text("key"), most).items();
      people.meet(trash.stream().map(AttachmentView::createdBy).toList());
    }
    return trash;
  }

  /** Takes a file out of the trash. */
  public void restore() {
    AttachmentView back = attachments.restore(asked.id("file"));
    toasts.done(words.say("files.restored", back.name()));
  }

  /** The largest file that is taken, in bytes. */
  public long getLargest() {
    return arrivals.largest();
  }

  /** A number of bytes in words: {@code 1.4 MB}. */
  public String size(long bytes) {
    String unit = "bytes";
    double many = bytes;
    for (String next : List.of("kb", "mb", "gb")) {
      if (many < KILO) {
        break;
      }
      many /= KILO;
      unit = next;
    }
    NumberFormat format = NumberFormat.getInstance(words.locale());
    format.setMaximumFractionDigits(many < 10 && !unit.equals("bytes") ? 1 : 0);
    return words.say("files." + unit, format.format(many));
  }

  /** Takes a file away. */
  public void drop() {
    attachments.delete(asked.id("file"), null);
    toasts.done(words.get("files.dropped"));
  }
}
