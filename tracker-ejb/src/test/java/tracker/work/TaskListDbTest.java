package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.project.MemberRole;
import tracker.project.Visibility;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.workflow.Category;

class TaskListDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Rows rows = new Rows(sql);
  private final Caller caller = Rows.caller(Role.USER);
  private final Task.Place project = rows.project(Visibility.INTERNAL);

  private TaskList list(Caller who) {
    return Rows.list(sql, who);
  }

  private static TaskAsk ask(Task.Place project, @Nullable String text, @Nullable String sort) {
    return new TaskAsk(
        List.of(),
        List.of(),
        List.of(),
        null,
        false,
        null,
        project.key(),
        null,
        null,
        null,
        text,
        sort,
        false);
  }

  private List<String> titles(TaskAsk ask) {
    return titles(list(caller).page(ask, PageAsk.first(200)));
  }

  private static List<String> titles(Page<TaskView> page) {
    return page.items().stream().map(TaskView::title).toList();
  }

  private static Instant day(int days) {
    return Rows.DAY.plus(Duration.ofDays(days));
  }

  private void three() {
    rows.task(project, 1, "beta", day(2));
    rows.task(project, 2, "Alpha", null);
    rows.task(project, 10, "gamma", day(1));
  }

  @ParameterizedTest
  @CsvSource({
    "created_at, 'beta,Alpha,gamma'",
    "-created_at, 'gamma,Alpha,beta'",
    "due_at, 'gamma,beta,Alpha'",
    "-due_at, 'beta,gamma,Alpha'",
    "key, 'beta,Alpha,gamma'",
    "-key, 'gamma,Alpha,beta'",
    "title, 'Alpha,beta,gamma'",
    "status, 'beta,Alpha,gamma'",
    "priority, 'beta,Alpha,gamma'",
    "-updated_at, 'gamma,Alpha,beta'"
  })
  void each_order_holds_for_pages_and_for_walks(String sort, String expected) {
    three();
    List<String> wanted = List.of(expected.split(","));
    assertEquals(wanted, titles(ask(project, null, sort)));
    List<String> walked = new ArrayList<>();
    PageAsk part = PageAsk.first(1);
    while (true) {
      Page<TaskView> page = list(caller).page(ask(project, null, sort), part);
      walked.addAll(titles(page));
      assertEquals(3, page.total());
      if (page.next() == null) {
        break;
      }
      part = new PageAsk(1, 1, page.next());
    }
    assertEquals(wanted, walked);
  }

  @Test
  void a_walk_neither_repeats_nor_misses_rows_while_others_are_inserted() {
    for (int i = 1; i <= 10; i++) {
      rows.task(project, i, "t" + i, null);
    }
    Set<UUID> seen = new java.util.HashSet<>();
    PageAsk part = PageAsk.first(3);
    for (int step = 0; ; step++) {
      Page<TaskView> page = list(caller).page(ask(project, null, null), part);
      page.items().forEach(task -> assertTrue(seen.add(task.id()), task.title() + " again"));
      if (page.next() == null) {
        break;
      }
      rows.task(project, 100 + step, "newer " + step, null);
      part = new PageAsk(1, 3, page.next());
    }
    assertEquals(10, seen.size());
  }

  @Test
  void pages_by_number_count_all() {
    three();
    Page<TaskView> second =
        list(caller).page(ask(project, null, "created_at"), new PageAsk(2, 2, null));
    assertEquals(List.of("gamma"), titles(second));
    assertEquals(3, second.total());
    assertNull(second.next());
    Page<TaskView> beyond =
        list(caller).page(ask(project, null, "created_at"), new PageAsk(9, 2, null));
    assertEquals(3, beyond.total());
    assertTrue(beyond.items().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "--created_at", "created_at desc", "", "CREATED_AT", "t.id"})
  void an_unknown_order_is_refused_by_name(String sort) {
    Problem refused = assertThrows(Problem.class, () -> titles(ask(project, null, sort)));
    assertEquals(Set.of("sort"), refused.fields().keySet());
  }

  @Test
  void cursors_of_other_orders_or_with_other_values_are_refused() {
    String id = Ids.next().toString();
    List<String> wrong =
        List.of(
            Cursor.write("title", 3, "a", id),
            Cursor.write("-created_at", 3, "yesterday", id),
            Cursor.write("-created_at", 3, null, id),
            Cursor.write("-created_at", 3, "2026-11-20T00:00:00Z", "1 or 1=1"),
            Cursor.write("-created_at", "many", "2026-11-20T00:00:00Z", id),
            Cursor.write("-created_at", 3, "2026-11-20T00:00:00Z"),
            "garbage");
    for (String cursor : wrong) {
      Problem refused =
          assertThrows(
              Problem.class,
              () -> list(caller).page(ask(project, null, null), new PageAsk(1, 5, cursor)),
              cursor);
      assertEquals(Set.of("cursor"), refused.fields().keySet());
    }
  }

  @Test
  void text_is_found_in_title_description_and_key_in_any_case() {
    UUID id = rows.task(project, 1, "Починить КОФЕМАШИНУ", null);
    sql.change("update task.task set description = '100% Ёлка_1' where id = ?", id);
    rows.task(project, 2, "other", null);
    String key = project.key().toLowerCase(java.util.Locale.ROOT);
    for (String text : List.of("кофемаш", "ЁЛКА_", "100%", key + "-1", "  починить ")) {
      assertEquals(List.of("Починить КОФЕМАШИНУ"), titles(ask(project, text, null)), text);
    }
    for (String text : List.of("кофе%шину", "ЁЛКА-", "\\", "нет такого")) {
      assertEquals(List.of(), titles(ask(project, text, null)), text);
    }
  }

  @Test
  void filters_must_all_hold_and_words_of_one_are_alternatives() {
    UUID me = caller.id();
    UUID red = rows.task(project, 1, "red", day(1), Category.TODO, me, me);
    UUID blue = rows.task(project, 2, "blue", day(2), Category.DONE, me, me);
    rows.task(project, 3, "plain", null, Category.IN_PROGRESS, Ids.next(), null);
    rows.tag(red, caller, List.of("Red" + project.key()));
    rows.tag(blue, caller, List.of("blue" + project.key(), "cold" + project.key()));
    String tail = project.key().toUpperCase(java.util.Locale.ROOT);
    assertEquals(
        List.of("red", "blue"),
        titles(filter(List.of(), List.of("RED" + tail, "Blue" + tail), null, null, null)));
    assertEquals(
        List.of("red", "plain"),
        titles(filter(List.of("todo", "in_progress"), List.of(), null, null, null)));
    assertEquals(List.of("blue"), titles(filter(List.of("done"), List.of(), me, null, null)));
    assertEquals(List.of("red"), titles(filter(List.of(), List.of(), null, day(2), null)));
    assertEquals(List.of("blue"), titles(filter(List.of(), List.of(), null, null, day(1))));
    assertEquals(
        List.of(), titles(filter(List.of("todo"), List.of("blue" + tail), null, null, null)));
  }

  private TaskAsk filter(
      List<String> status,
      List<String> tags,
      @Nullable UUID assignee,
      @Nullable Instant before,
      @Nullable Instant after) {
    return new TaskAsk(
        status,
        tags,
        List.of(),
        assignee,
        false,
        null,
        project.key(),
        null,
        before,
        after,
        null,
        "created_at",
        false);
  }

  @Test
  void priority_nobody_parent_and_trash_are_filters_too() {
    UUID parent = rows.task(project, 1, "parent", null, Category.TODO, caller.id(), caller.id());
    UUID child = rows.task(project, 2, "child", null);
    UUID gone = rows.task(project, 3, "gone", null);
    sql.change("update task.task set parent_id = ?, priority = 2 where id = ?", parent, child);
    sql.change("update task.task set deleted_at = now() where id = ?", gone);
    TaskAsk all = ask(project, null, "created_at");
    assertEquals(List.of("parent", "child"), titles(all));
    assertEquals(List.of("child"), titles(with(List.of(Priority.HIGH), false, null, false)));
    assertEquals(List.of("child"), titles(with(List.of(), true, null, false)));
    assertEquals(List.of("child"), titles(with(List.of(), false, project.key() + "-1", false)));
    assertEquals(List.of("child"), titles(with(List.of(), false, parent.toString(), false)));
    assertEquals(List.of("gone"), titles(with(List.of(), false, null, true)));
    TaskView seen = list(caller).page(all, PageAsk.first(5)).items().get(0);
    assertEquals(1, seen.children());
    assertEquals(new TaskView.Subtasks(0, 1), seen.subtasks());
  }

  private TaskAsk with(
      List<Priority> priority, boolean nobody, @Nullable String parent, boolean deleted) {
    return new TaskAsk(
        List.of(),
        List.of(),
        priority,
        null,
        nobody,
        null,
        project.key(),
        parent,
        null,
        null,
        null,
        "created_at",
        deleted);
  }

  @Test
  void everybody_sees_exactly_what_is_theirs_to_see() {
    Task.Place secret = rows.project(Visibility.PRIVATE);
    Task.Place deleted = rows.project(Visibility.INTERNAL);
    Caller member = Rows.caller(Role.USER);
    Caller admin = Rows.caller(Role.ADMIN);
    rows.join(secret, member, MemberRole.VIEWER);
    String mark = "mark" + Ids.next();
    rows.task(project, 1, mark + " internal", null);
    rows.task(secret, 1, mark + " secret", null);
    rows.task(deleted, 1, mark + " deleted", null);
    sql.change("update task.project set deleted_at = now() where id = ?", deleted.id());
    personal(mark + " created", caller.id(), null);
    personal(mark + " assigned", Ids.next(), caller.id());
    personal(mark + " foreign", Ids.next(), null);
    assertEquals(Set.of("internal", "created", "assigned"), seen(mark, caller));
    assertEquals(Set.of("internal", "secret"), seen(mark, member));
    assertEquals(Set.of("internal", "secret", "created", "assigned", "foreign"), seen(mark, admin));
  }

  private void personal(String title, UUID creator, @Nullable UUID assignee) {
    long number = new TaskNumbers(sql).take(Task.Place.PERSONAL, 1).next();
    rows.task(Task.Place.PERSONAL, number, title, null, Category.TODO, creator, assignee);
  }

  private Set<String> seen(String mark, Caller who) {
    TaskAsk ask =
        new TaskAsk(
            List.of(), List.of(), List.of(), null, false, null, null, null, null, null, mark, null,
            false);
    Page<TaskView> page = list(who).page(ask, PageAsk.first(50));
    assertEquals(page.items().size(), page.total());
    return page.items().stream()
        .map(task -> task.title().substring(mark.length() + 1))
        .collect(java.util.stream.Collectors.toSet());
  }
}
