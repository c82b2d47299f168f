package tracker.comment.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.comment.CommentChange;
import tracker.comment.CommentView;
import tracker.comment.Comments;
import tracker.comment.NewComment;
import tracker.identity.Caller;
import tracker.identity.PersonView;
import tracker.identity.Reached;
import tracker.shared.Markdown;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.Tasks;
import tracker.work.view.Activity;
import tracker.work.view.Choices;

/** The stream of a task: what people said and what they changed, the newest first. */
@Named("talk")
@RequestScoped
public class Talk {
  private static final int USUAL = 50;

  @Inject private Comments comments;
  @Inject private Tasks tasks;
  @Inject private Activity activity;
  @Inject private Choices choices;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable List<Line> stream;
  private @Nullable List<CommentView> trash;
  private @Nullable Reached reach;
  private long more;
  private long said;

  /**
   * One line of the stream.
   *
   * @param comment what was said, or null where something was changed
   * @param own whether the reader may change the comment
   * @param version a change of the description that can be looked at; null for other lines
   */
  public record Line(
      @Nullable CommentView comment,
      boolean own,
      @Nullable UUID actor,
      String icon,
      String text,
      Instant at,
      @Nullable UUID version) {}

  /** The lines; none before the page is written, for an act of the same request may add some. */
  public List<Line> getStream() {
    if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      return List.of();
    }
    if (stream == null) {
      PageAsk ask = PageAsk.first(asked.textOrNull("all") == null ? USUAL : PageAsk.MAX_LIMIT);
      Page<CommentView> spoken = comments.list(key(), true, ask);
      Activity.Part changed = activity.of(key(), ask);
      people.meet(spoken.items().stream().map(CommentView::authorId).toList());
      said = spoken.total();
      more = spoken.total() + changed.total() - spoken.items().size() - changed.shown();
      stream =
          Stream.concat(
                  spoken.items().stream().map(this::line), changed.lines().stream().map(Talk::line))
              .sorted(Comparator.comparing(Line::at).reversed())
              .toList();
    }
    return stream;
  }

  private Line line(CommentView one) {
    return new Line(one, own(one.authorId()), one.authorId(), "comment", "", one.createdAt(), null);
  }

  private static Line line(Activity.Line one) {
    return new Line(null, false, one.actor(), one.icon(), one.text(), one.at(), one.version());
  }

  /** Whether the reader may change what this person hung on the task. */
  public boolean own(UUID author) {
    return reach().mayChangeOf(author, caller.id());
  }

  /** How many comments the task has. */
  public long getSaid() {
    getStream();
    return said;
  }

  /** How many older lines are not shown. */
  public long getMore() {
    getStream();
    return more;
  }

  private Reached reach() {
    if (reach == null) {
      reach = tasks.reach(key());
    }
    return reach;
  }

  // beside a board the address has the key of the project
  private String key() {
    String on = asked.textOrNull("on");
    return on == null ? asked.text("key") : on;
  }

  /** Adds a comment. */
  public void add() {
    comments.create(key(), new NewComment(body()));
    toasts.done(words.get("talk.added"));
  }

  /** Gives a comment other words; 412 where somebody did so meanwhile. */
  public void reword() {
    comments.change(
        asked.id("comment"), new CommentChange(Optional.of(body())), asked.number("version"));
    toasts.done(words.get("talk.reworded"));
  }

  /** Takes a comment away. */
  public void drop() {
    comments.delete(asked.id("comment"), null);
    toasts.done(words.get("talk.dropped"));
  }

  /** What was deleted and the reader may bring back; none where nobody asked for it. */
  public List<CommentView> getTrash() {
    if (!asked.shows("trash")) {
      return List.of();
    }
    if (trash == null) {
      trash = comments.trash(key(), PageAsk.first(PageAsk.MAX_LIMIT)).items();
      people.meet(trash.stream().map(CommentView::authorId).toList());
    }
    return trash;
  }

  /** Takes a comment out of the trash. */
  public void restore() {
    comments.restore(asked.id("comment"));
    toasts.done(words.get("talk.restored"));
  }

  /** Sends back how a text would look. */
  public void preview() {
    List<String> names = choices.getPeople().stream().map(PersonView::name).toList();
    PrimeFaces.current()
        .ajax()
        .addCallbackParam("html", Markdown.html(body(), names, shell.link("")));
  }

  private String body() {
    String body = asked.textOrNull("body");
    return body == null ? "" : body;
  }
}
