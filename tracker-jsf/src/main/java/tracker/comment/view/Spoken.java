package tracker.comment.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.comment.CommentView;
import tracker.comment.Comments;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.People;
import tracker.work.TaskView;
import tracker.work.view.BesidePage;
import tracker.work.view.BoardPage;

/** What was said about the tasks of a board: how much about each, and the last words about one. */
@Named("spoken")
@RequestScoped
public class Spoken {
  private static final int LAST = 5;

  @Inject private Comments comments;
  @Inject private BoardPage board;
  @Inject private BesidePage beside;
  @Inject private People people;

  private @Nullable Map<UUID, Integer> counts;
  private @Nullable Page<CommentView> last;

  /** How many comments a card of the board has: asked once for all of them. */
  public int onBoard(TaskView task) {
    if (counts == null) {
      counts = comments.counts(board.shown());
    }
    return counts.getOrDefault(task.id(), 0);
  }

  /** The last comments on the task beside the board, the newest first. */
  public Page<CommentView> getLast() {
    TaskView task = beside.getTask();
    if (task == null) {
      return Page.whole(List.of());
    }
    if (last == null) {
      last = comments.list(task.key(), true, PageAsk.first(LAST));
      people.meet(last.items().stream().map(CommentView::authorId).toList());
    }
    return last;
  }
}
