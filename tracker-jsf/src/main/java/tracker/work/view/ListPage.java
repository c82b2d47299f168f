package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.filter.FilterView;
import tracker.filter.Filters;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Text;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** The task list: what the filters of the address let through, a part at a time. */
@Named("listPage")
@RequestScoped
public class ListPage {
  private static final int PART = 50;

  @Inject private Tasks tasks;
  @Inject private Filters filters;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Edits edits;
  @Inject private Choices choices;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;
  @Inject private ListColumns columns;

  private @Nullable ListQuery query;
  private @Nullable FilterView kept;
  private boolean gone;
  private @Nullable Page<TaskView> page;
  private @Nullable Typed typed;

  public ListQuery getQuery() {
    if (query == null) {
      Object request = FacesContext.getCurrentInstance().getExternalContext().getRequest();
      ListQuery asked = ListQuery.read(((HttpServletRequest) request).getParameterMap());
      kept = kept(asked.one("filter"));
      query = asked.keeping(kept == null ? null : kept.query());
    }
    return query;
  }

  private @Nullable FilterView kept(@Nullable String id) {
    try {
      return id == null ? null : filters.one(UUID.fromString(id));
    } catch (Problem problem) {
      gone = true; // deleted, or not shared any more: the list is shown without it
      return null;
    }
  }

  /** The kept filter that the address names, or null. */
  public @Nullable FilterView getKept() {
    getQuery();
    return kept;
  }

  /** Whether the address names a filter that is not there for the reader. */
  public boolean isGone() {
    getQuery();
    return gone;
  }

  /** What the list is called: by its kept filter, where there is one. */
  public String getTitle() {
    FilterView filter = getKept();
    if (filter != null) {
      return filter.name();
    }
    return words.get(getQuery().isTrash() ? "list.trash" : "nav.tasks");
  }

  /** The rows of this part. */
  public Page<TaskView> getPage() {
    if (page == null) {
      PageAsk part = new PageAsk(1, PART, Sent.text("cursor"));
      page = found(part);
      Stream<@Nullable UUID> assignees = page.items().stream().map(TaskView::assigneeId);
      Stream<@Nullable UUID> creators =
          columns.has("creator") ? page.items().stream().map(TaskView::createdBy) : Stream.empty();
      people.meet(Stream.concat(assignees, creators).toList());
    }
    return page;
  }

  /** The rows; none where the query is wrong, which is said beside it. */
  private Page<TaskView> found(PageAsk part) {
    try {
      return tasks.list(getQuery().ask(caller.id(), caller.zone(), clock.now()), part);
    } catch (Problem problem) {
      if (problem.fields().containsKey("status")) {
        query = getQuery().ofCategories(); // a status that nobody has any more
        return found(part);
      }
      typed = Typed.of(getQuery().text()).refused(problem, words::say);
      return new Page<>(List.of(), 1, PART, 0, null);
    }
  }

  /** The query, with what is wrong with it. */
  public Typed getTyped() {
    getPage();
    return typed == null ? Typed.of(getQuery().text()) : typed;
  }

  /** The address of the rows that follow, or null at the end. */
  public @Nullable String getNext() {
    String cursor = getPage().next();
    return cursor == null ? null : shell.link(getQuery().after(cursor));
  }

  /** Whether this is the beginning of the list. */
  public boolean isFirst() {
    return Sent.text("cursor") == null;
  }

  /** When a task is due, as its menu takes it; empty where it is not. */
  public String due(TaskView task) {
    return Edit.local(task.dueAt(), caller.zone());
  }

  /** Changes one field of one row; the browser has shown it already. */
  public void edit() {
    edits.apply(Sent.value("task"), Edit.sent(), null);
  }

  /** Adds a task to the project that the list is narrowed to. */
  public void add() {
    TaskView task = tasks.create(Draft.sent(Sent.value("key"), caller.zone()));
    toasts.done(words.say("newtask.created", task.key()));
  }

  /** Puts the ticked rows into the trash, or takes them out where this is the trash. */
  public void trash() {
    boolean back = getQuery().isTrash();
    Tried tried =
        each(
            id -> {
              if (back) {
                tasks.restore(id);
              } else {
                tasks.delete(id, null);
              }
            });
    tell(words.count(back ? "list.restored" : "list.deleted", tried.done()), tried);
    shell.again();
  }

  /** How many rows were changed, how many were not, and why the first of those was not. */
  private record Tried(int done, int left, @Nullable String why) {}

  private Tried each(Consumer<String> act) {
    int done = 0;
    int left = 0;
    String why = null;
    for (UUID id : Sent.ids("tasks")) {
      try {
        act.accept(id.toString());
        done++;
      } catch (Problem problem) {
        left++;
        why = why == null ? words.say(problem.text()) : why;
      }
    }
    return new Tried(done, left, why);
  }

  private void tell(String done, Tried tried) {
    String why = tried.why();
    if (why == null) {
      toasts.done(done);
    } else {
      toasts.done(done + ". " + words.say(Text.of("list.skipped", tried.left(), why)));
    }
  }
}
