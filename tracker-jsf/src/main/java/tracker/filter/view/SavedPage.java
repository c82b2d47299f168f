package tracker.filter.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.filter.FilterChange;
import tracker.filter.FilterView;
import tracker.filter.Filters;
import tracker.filter.NewFilter;
import tracker.identity.Caller;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** The menu of kept filters: what is there, keeping one, changing, pinning and deleting it. */
@Named("saved")
@RequestScoped
public class SavedPage {
  @Inject private Filters filters;
  @Inject private Caller caller;
  @Inject private Asked asked;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<FilterView> page;
  private @Nullable String name;
  private @Nullable String query;
  private boolean shared;
  private boolean pinned;

  private Page<FilterView> page() {
    if (page == null) {
      page = filters.list(null, false, PageAsk.first(PageAsk.MAX_LIMIT));
      people.meet(page.items().stream().map(FilterView::createdBy).toList());
    }
    return page;
  }

  /** The reader's own, by name. */
  public List<FilterView> getOwn() {
    return page().items().stream().filter(this::isOwn).toList();
  }

  /** Those that others share, by name. */
  public List<FilterView> getOthers() {
    return page().items().stream().filter(one -> !isOwn(one)).toList();
  }

  public boolean isNone() {
    return page().items().isEmpty();
  }

  private boolean isOwn(FilterView filter) {
    return filter.createdBy().equals(caller.id());
  }

  /** Whether the reader may change it. */
  public boolean mine(@Nullable FilterView filter) {
    return filter != null && (isOwn(filter) || caller.isAdmin());
  }

  /** Keeps the view that the form carries, and shows it under its name. */
  public void create() {
    FilterView made =
        filters.create(new NewFilter(given(name), asked.text("text"), shared, pinned));
    toasts.done(words.say("filter.kept", made.name()));
    shell.go(address(made));
  }

  /** Puts the view in the place of what the filter asked for. */
  public void save() {
    FilterView changed =
        filters.change(asked.id("saved"), FilterChange.ofQuery(asked.text("text")), null);
    toasts.done(words.say("filter.changed", changed.name()));
    shell.go(address(changed));
  }

  /** Changes name, query and who sees it. */
  public void change() {
    FilterView changed =
        filters.change(
            asked.id("saved"),
            new FilterChange(
                Optional.of(given(name)), Optional.of(given(query)), Optional.of(shared)),
            asked.number("version"));
    toasts.done(words.say("filter.changed", changed.name()));
    shell.again();
  }

  /** Deletes it; the toast brings it back. */
  public void delete() {
    UUID id = asked.id("saved");
    FilterView gone = filters.one(id);
    filters.delete(id, null);
    toasts.done(words.say("filter.deleted", gone.name()));
    if (id.toString().equals(asked.textOrNull("filter"))) {
      shell.go("/list");
    } else {
      shell.again();
    }
  }

  public void pin() {
    pin(true);
  }

  public void unpin() {
    pin(false);
  }

  private void pin(boolean wanted) {
    FilterView filter = filters.one(asked.id("saved"));
    filters.pin(filter.id(), wanted);
    toasts.say(words.say(wanted ? "filter.pinned" : "filter.unpinned", filter.name()));
    shell.again();
  }

  private static String address(FilterView filter) {
    return "/list?filter=" + filter.id();
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getQuery() {
    return query;
  }

  public void setQuery(@Nullable String query) {
    this.query = query;
  }

  public boolean isShared() {
    return shared;
  }

  public void setShared(boolean shared) {
    this.shared = shared;
  }

  public boolean isPinned() {
    return pinned;
  }

  public void setPinned(boolean pinned) {
    this.pinned = pinned;
  }
}
