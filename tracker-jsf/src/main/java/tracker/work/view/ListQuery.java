package tracker.work.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;
import tracker.work.Priority;
import tracker.work.TaskAsk;
import tracker.work.TaskType;
import tracker.workflow.Category;

/**
 * The filters of the task list as they stand in the address: whoever opens the same address sees
 * the same view. Values that nobody can mean are left out.
 *
 * @param kept the text of the kept filter that the address names, or null; a query in the address
 *     stands in its place
 */
public record ListQuery(Map<String, List<String>> values, @Nullable String kept) {
  /** The names that an address may carry, in the order in which they are written. */
  static final List<String> NAMES =
      List.of(
          "filter",
          "q",
          "project",
          "status",
          "priority",
          "type",
          "assignee",
          "due",
          "tag",
          "trash",
          "sort");

  static final List<String> DUE = List.of("overdue", "today", "week");
  static final String ME = "me";
  static final String NOBODY = "none";
  private static final Set<String> SORTS =
      Set.of("key", "title", "status", "priority", "due_at", "created_at", "updated_at");
  private static final Set<String> BIG_FIRST = Set.of("priority", "updated_at", "created_at");
  private static final Set<String> MANY = Set.of("status", "priority", "type", "tag");
  private static final int MOST = 20;

  /** Reads an address. */
  public static ListQuery read(Map<String, String[]> parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      List<String> good =
          Arrays.stream(parameters.getOrDefault(name, new String[0]))
              .map(String::strip)
              .filter(value -> fits(name, value))
              .distinct()
              .limit(MANY.contains(name) ? MOST : 1)
              .toList();
      if (!good.isEmpty()) {
        values.put(name, good);
      }
    }
    // who empties the text of a kept filter wants the list without it
    if (values.containsKey("filter") && !values.containsKey("q") && parameters.containsKey("q")) {
      values.remove("filter");
    }
    return new ListQuery(values, null);
  }

  private static boolean fits(String name, String value) {
    return switch (name) {
      // the door says which names are known
      case "status" -> !value.isEmpty() && value.length() <= 50;
      case "priority" -> priority(value) != null;
      case "assignee" -> value.equals(ME) || value.equals(NOBODY) || Ids.parse(value) != null;
      case "type" -> value.matches(TaskType.SHAPE);
      case "filter" -> Ids.parse(value) != null;
      case "due" -> DUE.contains(value);
      case "trash" -> value.equals("true");
      case "sort" -> SORTS.contains(value.startsWith("-") ? value.substring(1) : value);
      // the door says what is wrong with a long one
      case "q" -> !value.isEmpty();
      default -> !value.isEmpty() && value.length() <= 200;
    };
  }

  /** The same with the text of the kept filter that it names; without one, as if it named none. */
  ListQuery keeping(@Nullable String text) {
    Map<String, List<String>> others = new LinkedHashMap<>(values);
    others.keySet().removeIf(name -> text == null && name.equals("filter"));
    return new ListQuery(others, text);
  }

  /** The query: what was typed, else that of the kept filter, else null. */
  public @Nullable String text() {
    String typed = one("q");
    return typed == null ? kept : typed;
  }

  /** Whether it asks something else than the kept filter that it names. */
  public boolean isChanged() {
    return !Objects.equals(text(), kept)
        || values.keySet().stream().anyMatch(name -> !List.of("filter", "q").contains(name));
  }

  /** The only value of a name, or null. */
  public @Nullable String one(String name) {
    List<String> all = values.get(name);
    return all == null ? null : all.get(0);
  }

  public boolean has(String name, String value) {
    return values.getOrDefault(name, List.of()).contains(value);
  }

  public boolean isTrash() {
    return one("trash") != null;
  }

  /** The same without names of statuses, of which it is not known whether any project has them. */
  ListQuery ofCategories() {
    Map<String, List<String>> next = new LinkedHashMap<>(values);
    List<String> words =
        values.getOrDefault("status", List.of()).stream()
            .filter(word -> Category.of(word).isPresent())
            .toList();
    next.put("status", words);
    if (words.isEmpty()) {
      next.remove("status");
    }
    return new ListQuery(next, kept);
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return values.keySet().stream().anyMatch(name -> !name.equals("sort") && !name.equals("trash"));
  }

  /** The address with this value put in, or taken out where it is there. */
  public String toggle(String name, String value) {
    List<String> next = new ArrayList<>(values.getOrDefault(name, List.of()));
    if (!next.remove(value)) {
      if (!MANY.contains(name)) {
        next.clear();
      }
      next.add(value);
    }
    return with(name, next);
  }

  /** The address without this name. */
  public String without(String name) {
    return with(name, List.of());
  }

  /** The address without any filter, in the same order. */
  public String bare() {
    String sort = one("sort");
    return sort == null ? address(Map.of()) : address(Map.of("sort", List.of(sort)));
  }

  /** The address sorted by a column; a second time turns it round. */
  public String sortBy(String column) {
    String first = BIG_FIRST.contains(column) ? "-" + column : column;
    String second = BIG_FIRST.contains(column) ? column : "-" + column;
    return with("sort", List.of(first.equals(one("sort")) ? second : first));
  }

  /** {@code ascending}, {@code descending} or {@code none}, as a column head says it. */
  public String direction(String column) {
    String sort = one("sort");
    if (column.equals(sort)) {
      return "ascending";
    }
    return ("-" + column).equals(sort) ? "descending" : "none";
  }

  /** The address of this view. */
  public String address() {
    return address(values);
  }

  /**
   * The address of this view as a file, with the text of a kept filter and not its name, and with
   * the mark without which the spreadsheets of offices take it for one in an old encoding.
   */
  public String file() {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    if (all.remove("filter") != null) {
      all.put("q", List.of(Objects.requireNonNull(text())));
    }
    String filters = address(all).substring("/list".length());
    return "/export/tasks.csv" + (filters.isEmpty() ? "?" : filters + "&") + "bom=true";
  }

  /** The address of what follows a cursor. */
  public String after(String cursor) {
    Map<String, List<String>> next = new LinkedHashMap<>(values);
    next.put("cursor", List.of(cursor));
    return address(next);
  }

  private String with(String name, List<String> value) {
    Map<String, List<String>> next = new LinkedHashMap<>();
    for (String each : NAMES) {
      List<String> put = each.equals(name) ? value : values.getOrDefault(each, List.of());
      if (!put.isEmpty()) {
        next.put(each, put);
      }
    }
    return address(next);
  }

  private static String address(Map<String, List<String>> values) {
    StringBuilder address = new StringBuilder("/list");
    values.forEach(
        (name, all) ->
            all.forEach(
                value ->
                    address
                        .append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
    return address.toString();
  }

  /** What the door is asked for. */
  public TaskAsk ask(UUID me, ZoneId zone, Instant now) {
    String assignee = one("assignee");
    return new TaskAsk(
            statuses(),
            values.getOrDefault("tag", List.of()),
            chosen("priority", ListQuery::priority),
            ME.equals(assignee) ? me : Ids.parse(assignee),
            NOBODY.equals(assignee),
            null,
            one("project"),
            null,
            dueBefore(zone, now),
            dueAfter(zone, now),
            text(),
            one("sort"),
            isTrash())
        .ofType(values.getOrDefault("type", List.of()));
  }

  /** Late means open and late: who asks for late tasks without a status gets the open ones. */
  private List<String> statuses() {
    return values.containsKey("due") && !values.containsKey("status")
        ? List.of("todo", "in_progress")
        : values.getOrDefault("status", List.of());
  }

  private <T> List<T> chosen(String name, Function<String, @Nullable T> reader) {
    List<T> found = new ArrayList<>();
    for (String value : values.getOrDefault(name, List.of())) {
      T one = reader.apply(value);
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  private @Nullable Instant dueBefore(ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    String due = one("due");
    if (due == null) {
      return null;
    }
    return switch (due) {
      case "overdue" -> now;
      case "today" -> today.plusDays(1).atStartOfDay(zone).toInstant();
      default -> today.plusDays(7).atStartOfDay(zone).toInstant();
    };
  }

  private @Nullable Instant dueAfter(ZoneId zone, Instant now) {
    String due = one("due");
    return due == null || due.equals("overdue")
        ? null
        : now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private static @Nullable Priority priority(String word) {
    return Priority.of(word).orElse(null);
  }
}
