package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
import tracker.work.BulkResult;
import tracker.work.Status;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** The task list: what the filters of the address let through, a part at a time. */
@Named("listPage")
@RequestScoped
public class ListPage {
  private static final int PART = 50;

  @Inject private Tasks tasks;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Edits edits;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable ListQuery query;
  private @Nullable Page<TaskView> page;

  public ListQuery getQuery() {
    if (query == null) {
      Object request = FacesContext.getCurrentInstance().getExternalContext().getRequest();
      query = ListQuery.read(((HttpServletRequest) request).getParameterMap());
    }
    return query;
  }

  /** The rows of this part. */
  public Page<TaskView> getPage() {
    if (page == null) {
      PageAsk part = new PageAsk(1, PART, Sent.text("cursor"));
      page = tasks.list(getQuery().ask(caller.id(), caller.zone(), clock.now()), part);
      people.meet(page.items().stream().map(TaskView::assigneeId).toList());
    }
    return page;
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

  /** Changes one field of one row; the browser has shown it already. */
  public void edit() {
    edits.apply(Sent.value("task"), Edit.sent(), null);
  }

  /** Gives the ticked rows a status, a priority or an assignee. */
  public void bulk() {
    Edit edit = Edit.sent();
    if (edit.field().equals("status")) {
      Status status = Edit.status(edit.value());
      BulkResult result = tasks.bulkStatus(Sent.ids("tasks"), status);
      String why = result.skipped().isEmpty() ? null : result.skipped().get(0).message();
      String done = words.count("list.changed", result.updated());
      tell(
          done + ": " + words.get("status." + status.word()),
          new Tried(result.updated(), result.skipped().size(), why));
    } else {
      Tried tried = each(id -> edits.apply(id, edit, null));
      tell(words.count("list.changed", tried.done()), tried);
    }
    shell.again();
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
