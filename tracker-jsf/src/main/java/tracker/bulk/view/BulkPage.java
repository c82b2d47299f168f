package tracker.bulk.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.bulk.BulkAnswer;
import tracker.bulk.BulkSet;
import tracker.bulk.BulkView;
import tracker.bulk.Bulks;
import tracker.bulk.NewBulk;
import tracker.identity.Caller;
import tracker.job.JobStatus;
import tracker.journal.Skipped;
import tracker.shared.Ids;
import tracker.shared.Text;
import tracker.shared.view.Asked;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.BulkResult;
import tracker.work.TaskChange;
import tracker.work.view.Edit;

/**
 * Changes the ticked rows of the list, or all that match. The browser sends {@code tasks} (ids) or
 * {@code text} (a query), a {@code field} and its {@code value}.
 */
@Named("bulkPage")
@RequestScoped
public class BulkPage {
  /** So many reasons are told; more say nothing. */
  private static final int REASONS = 4;

  @Inject private Bulks bulks;
  @Inject private Caller caller;
  @Inject private Asked asked;
  @Inject private Toasts toasts;
  @Inject private Words words;

  /** Finds out what would change and what not, and why. */
  public void preview() {
    BulkResult tried = Objects.requireNonNull(bulks.change(wanted(true)).result());
    answer("updated", tried.updated());
    answer("skipped", tried.skipped().size());
    answer("why", why(tried.skipped()));
  }

  /** Changes them; where they are too many for one call, answers the job. */
  public void apply() {
    BulkAnswer done = bulks.change(wanted(false));
    BulkResult result = done.result();
    BulkView job = done.job();
    if (job != null) {
      answer("job", job.id());
      answer("total", job.total());
    } else if (result != null) {
      tell(result.updated(), result.skipped(), result.operationId());
    }
  }

  /** How far a job is; when it is over, that is said. */
  public void job() {
    BulkView job = bulks.one(asked.id("job"));
    answer("done", job.done());
    answer("total", job.total());
    if (job.endedAt() != null) {
      tell(job);
    }
  }

  /** Stops a job; one that has just ended is told as it is. */
  public void cancel() {
    UUID id = asked.id("job");
    BulkView job = bulks.one(id);
    tell(job.endedAt() == null ? bulks.cancel(id) : job);
  }

  private void tell(BulkView job) {
    answer("over", true);
    if (job.status() == JobStatus.FAILED) {
      toasts.wrong(words.get("bulk.failed"));
    } else {
      tell(job.updated(), job.skipped(), job.operationId());
    }
  }

  private void tell(int updated, List<Skipped> skipped, UUID operation) {
    boolean gone = "deleted".equals(asked.textOrNull("field"));
    String done = words.count(gone ? "list.deleted" : "list.changed", updated);
    String said =
        skipped.isEmpty()
            ? done
            : done
                + ". "
                + words.say(Text.of("list.skipped", skipped.size(), skipped.get(0).message()));
    if (updated > 0) {
      toasts.done(said, operation);
    } else {
      toasts.say(said);
    }
  }

  /** The reasons, the most frequent first, one in a line. */
  private static String why(List<Skipped> skipped) {
    return skipped.stream()
        .collect(Collectors.groupingBy(Skipped::message, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
        .limit(REASONS)
        .map(one -> one.getKey() + (one.getValue() > 1 ? " (" + one.getValue() + ")" : ""))
        .collect(Collectors.joining("\n"));
  }

  private NewBulk wanted(boolean dry) {
    String tasks = asked.textOrNull("tasks");
    List<UUID> ids =
        tasks == null
            ? null
            : Arrays.stream(tasks.split(",")).map(Ids::parse).filter(Objects::nonNull).toList();
    return new NewBulk(ids, ids == null ? asked.text("text") : null, set(), dry);
  }

  private BulkSet set() {
    String field = asked.text("field");
    String value = asked.textOrNull("value");
    TaskChange nothing = TaskChange.nothing();
    switch (field) {
      case "deleted":
        return set(nothing, null, null, null, true);
      case "project":
        return set(nothing, Optional.ofNullable(value), null, null, null);
      case "tags":
        return set(nothing, null, names(value), null, null);
      case "untag":
        return set(nothing, null, null, names(value), null);
      default:
        TaskChange change = new Edit(field, value == null ? "" : value).change(caller.zone());
        return set(change, null, null, null, null);
    }
  }

  private List<String> names(@Nullable String value) {
    TaskChange change = new Edit("tags", value == null ? "" : value).change(caller.zone());
    return change.tags() == null ? List.of() : change.tags().orElse(List.of());
  }

  private static BulkSet set(
      TaskChange change,
      @Nullable Optional<String> project,
      @Nullable List<String> added,
      @Nullable List<String> removed,
      @Nullable Boolean deleted) {
    return new BulkSet(
        change.status(),
        change.priority(),
        change.dueAt(),
        change.assigneeId(),
        null,
        project,
        null,
        change.type(),
        null,
        added,
        removed,
        deleted);
  }

  private static void answer(String name, Object value) {
    PrimeFaces.current().ajax().addCallbackParam(name, value.toString());
  }
}
