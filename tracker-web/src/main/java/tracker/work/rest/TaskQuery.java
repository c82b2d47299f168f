package tracker.work.rest;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.filter.FilterProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.rest.Flag;
import tracker.work.Priority;
import tracker.work.TaskAsk;
import tracker.work.TaskType;

/**
 * Which tasks a query asks for; {@code status}, {@code tag}, {@code priority} and {@code type} may
 * repeat.
 */
public class TaskQuery {
  @QueryParam("status")
  private List<String> status = List.of();

  @QueryParam("tag")
  private List<String> tag = List.of();

  @QueryParam("priority")
  private List<String> priority = List.of();

  @QueryParam("type")
  private List<String> type = List.of();

  @QueryParam("assignee_id")
  private @Nullable String assignee;

  @QueryParam("created_by")
  private @Nullable String creator;

  @QueryParam("project")
  private @Nullable String project;

  @QueryParam("parent_id")
  private @Nullable String parent;

  @QueryParam("due_before")
  private @Nullable String dueBefore;

  @QueryParam("due_after")
  private @Nullable String dueAfter;

  @QueryParam("q")
  private @Nullable String text;

  @QueryParam("filter")
  private @Nullable String filter;

  @QueryParam("sort")
  private @Nullable String sort;

  @QueryParam("deleted")
  private @Nullable String deleted;

  /** What the door takes; bad values are 422 with the field named. */
  public TaskAsk ask() {
    boolean nobody = "none".equals(assignee);
    return new TaskAsk(
            List.copyOf(status),
            List.copyOf(tag),
            words("priority", Priority.class, priority),
            nobody ? null : id("assignee_id", assignee),
            nobody,
            id("created_by", creator),
            given(project),
            given(parent),
            time("due_before", dueBefore),
            time("due_after", dueAfter),
            given(text),
            given(sort),
            Flag.of("deleted", deleted))
        .ofType(types())
        .in(kept());
  }

  // what is no id is the id of nothing
  private @Nullable UUID kept() {
    UUID id = Ids.parse(filter);
    if (id == null && given(filter) != null) {
      throw Problem.of(FilterProblem.FILTER_NOT_FOUND);
    }
    return id;
  }

  private List<String> types() {
    if (!type.stream().allMatch(word -> word.matches(TaskType.SHAPE))) {
      throw Problem.invalid("type", "invalid.task_type");
    }
    return List.copyOf(type);
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private static <E extends Enum<E>> List<E> words(
      String field, Class<E> kind, List<String> words) {
    return words.stream().map(word -> word(field, kind, word)).toList();
  }

  private static <E extends Enum<E>> E word(String field, Class<E> kind, String word) {
    List<E> all = Arrays.asList(kind.getEnumConstants());
    return all.stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                    field,
                    "invalid.word",
                    all.stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
  }

  private static @Nullable UUID id(String field, @Nullable String text) {
    if (given(text) == null) {
      return null;
    }
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.invalid(field, "invalid.id");
    }
    return id;
  }

  private static @Nullable Instant time(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      // a plus that was not encoded arrives as a blank
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw Problem.invalid(field, "invalid.time");
    }
  }
}
