package tracker.ops.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.ops.Backlog;
import tracker.ops.BacklogAsk;
import tracker.ops.BacklogRow;
import tracker.ops.BacklogState;
import tracker.ops.BacklogSummary;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** Work that is done later, for administrators: how it stands, its rows and its schedule. */
@Named("backlog")
@RequestScoped
public class BacklogPage {
  private static final int ROWS = 50;
  private static final String SCHEDULE = "schedule";

  @Inject private Backlog backlog;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable BacklogSummary summary;
  private @Nullable Page<BacklogRow> page;

  public BacklogSummary getSummary() {
    if (summary == null) {
      summary = backlog.summary();
    }
    return summary;
  }

  /** What the tabs lead to. */
  public List<String> getTabs() {
    return List.of("waiting", "running", "dead", SCHEDULE);
  }

  /** The tab that is looked at. */
  public String getTab() {
    String state = asked.textOrNull("state");
    return state != null && getTabs().contains(state) ? state : "waiting";
  }

  public boolean isSchedule() {
    return getTab().equals(SCHEDULE);
  }

  /** How many rows a tab has. */
  public long count(String tab) {
    BacklogSummary all = getSummary();
    return switch (tab) {
      case "waiting" -> all.waiting();
      case "running" -> all.running();
      case "dead" -> all.dead();
      default -> all.schedule().size();
    };
  }

  /** The kind that is looked at, or null. */
  public @Nullable String getKind() {
    return asked.textOrNull("kind");
  }

  public Page<BacklogRow> getPage() {
    if (page == null) {
      @Nullable BacklogState state =
          isSchedule() ? null : BacklogState.valueOf(getTab().toUpperCase(Locale.ROOT));
      page = backlog.list(new BacklogAsk(state, getKind(), new PageAsk(asked.page(), ROWS, null)));
    }
    return page;
  }

  /** Number of the following part, or 0 at the end. */
  public int getNext() {
    return (long) asked.page() * ROWS < getPage().total() ? asked.page() + 1 : 0;
  }

  /** Number of the part before, or 0 at the start. */
  public int getPrevious() {
    return asked.page() - 1;
  }

  /** What a kind of work is called; its word where this version has no name for it. */
  public String name(String kind) {
    String key = "work.kind." + kind;
    String name = words.get(key);
    return name.equals(key) ? kind : name;
  }

  /** Whether the first that nobody has in hand waits for minutes. */
  public boolean isLate() {
    return getSummary().oldestSeconds() >= 60;
  }

  public boolean isDead(BacklogRow one) {
    return one.state() == BacklogState.DEAD;
  }

  public boolean isRunning(BacklogRow one) {
    return one.state() == BacklogState.RUNNING;
  }

  /** How many tries of the last day did it. */
  public long getOk() {
    return getTries().stream().mapToLong(BacklogSummary.Throughput::ok).sum();
  }

  /** How many tries of the last day failed. */
  public long getFailed() {
    return getTries().stream().mapToLong(BacklogSummary.Throughput::failed).sum();
  }

  /**
   * Tries of the last day; of what comes by itself, some of it every few seconds, only failures.
   */
  List<BacklogSummary.Throughput> getTries() {
    BacklogSummary all = getSummary();
    Set<String> byThemselves =
        all.schedule().stream()
            .map(BacklogSummary.Scheduled::kind)
            .collect(Collectors.toUnmodifiableSet());
    return all.throughput().stream()
        .map(
            one ->
                byThemselves.contains(one.kind())
                    ? new BacklogSummary.Throughput(one.hour(), one.kind(), 0, one.failed())
                    : one)
        .toList();
  }

  /** Has the one done again that the request names. */
  public void retry() {
    BacklogRow work = backlog.retry(asked.id("job"));
    toasts.say(words.say("work.retried", name(work.kind())));
    shell.again();
  }

  /** Takes the one back that the request names. */
  public void cancel() {
    backlog.cancel(asked.id("job"));
    toasts.say(words.get("work.canceled"));
    shell.again();
  }
}
