package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.project.MemberRole;
import tracker.project.Visibility;
import tracker.shared.Clock;
import tracker.shared.OnePostgres;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.Text;
import tracker.workflow.Category;

/** Each word of the language selects what it says, and nothing that is hidden. */
class QueryDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Rows rows = new Rows(sql);
  private final Caller caller = Rows.caller(Role.USER);
  private final Task.Place project = rows.project(Visibility.INTERNAL);
  private final String tail = project.key().toLowerCase(Locale.ROOT);
  private final Instant now = new Clock().now();

  @BeforeEach
  void four_tasks() {
    UUID me = caller.id();
    UUID late = rows.task(project, 1, "late Принтер", now.minus(Duration.ofDays(3)));
    UUID soon =
        rows.task(project, 2, "soon", now.plus(Duration.ofHours(1)), Category.IN_PROGRESS, me, me);
    UUID done =
        rows.task(project, 3, "done", now.minus(Duration.ofDays(3)), Category.DONE, me, null);
    rows.task(project, 4, "plain 100%", null);
    sql.change("update task.task set priority = 2, parent_id = ? where id = ?", soon, late);
    sql.change("update task.task set priority = 0, type = 'bug' where id = ?", done);
    sql.change("update task.task set description = 'Кофе' where id = ?", soon);
    rows.tag(late, caller, List.of("bug" + tail, "ui" + tail));
    rows.tag(done, caller, List.of("Bug" + tail));
  }

  private List<String> titles(Caller who, String query, @Nullable String sort) {
    List<String> walked = new ArrayList<>();
    PageAsk part = PageAsk.first(1);
    while (true) {
      Page<TaskView> page = Rows.list(sql, who).page(ask(query, sort), part);
      page.items().forEach(task -> walked.add(task.title().split(" ")[0]));
      if (page.next() == null) {
        assertEquals(walked.size(), page.total());
        return walked;
      }
      part = new PageAsk(1, 1, page.next());
    }
  }

  private TaskAsk ask(String query, @Nullable String sort) {
    String filled = query.replace("$", tail).replace("KEY", project.key());
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
        filled,
        sort,
        false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project = KEY | late soon done plain",
        "project = \"Project KEY\" | late soon done plain",
        "project != KEY or project is empty | ",
        "project in (KEY) and project is not empty | late soon done plain",
        "key = KEY-1 or key in (KEY-2, KEY-3) | late soon done",
        "key != KEY-1 | soon done plain",
        "key not in (KEY-1, KEY-2) | done plain",
        "title ~ ПРИНТ | late",
        "title = \"LATE принтер\" | late",
        "title != soon | late done plain",
        "text ~ кофе | soon",
        "text ~ \"100%\" | plain",
        "text ~ \"1%0\" | ",
        "description ~ кофе | soon",
        "description is empty | late done plain",
        "not description ~ кофе | late done plain",
        "status = todo | late plain",
        "status != todo | soon done",
        "status in (done, IN_PROGRESS) | soon done",
        "status not in (done) | late soon plain",
        "priority = high | late",
        "priority != high | soon done plain",
        "priority < normal | done",
        "priority <= normal | soon done plain",
        "priority > normal | late",
        "priority >= normal | late soon plain",
        "priority in (low, high) | late done",
        "tag = bug$ | late done",
        "tag = BUG$ and tag = ui$ | late",
        "tag in (bug$, ui$) | late done",
        "tag != bug$ | soon plain",
        "tag not in (ui$) | soon done plain",
        "tag is empty | soon plain",
        "tag is not empty | late done",
        "tag = none | soon plain",
        "tag in (none, ui$) | late soon plain",
        "assignee = me | soon",
        "assignee != me | late done plain",
        "assignee = none | late done plain",
        "assignee is empty | late done plain",
        "assignee in (me, none) | late soon done plain",
        "assignee = ann | soon",
        "creator = me | soon done",
        "creator != ME | late plain",
        "due < now() | late done",
        "due > now() | soon",
        "due is empty | plain",
        "due is not empty | late soon done",
        "due != -3d | soon plain",
        "due = -3d | late done",
        "due <= +2w and due >= -7d | late soon done",
        "due < 2020-01-01 | ",
        "not due < 2020-01-01 | late soon done plain",
        "created > 2020-01-01 | late soon done plain",
        "created = 2026-11-20 | late soon done plain",
        "created < 2026-11-20 | ",
        "created <= 2026-11-20 | late soon done plain",
        "created >= 2026-11-21 | ",
        "updated <= endOfMonth() or updated > startOfWeek() | late soon done plain",
        "parent = KEY-2 | late",
        "parent is empty | soon done plain",
        "parent in (none, KEY-2) | late soon done plain",
        "parent != KEY-2 | soon done plain",
        "type = Bug | done",
        "type in (task) | late soon plain",
        "is open | late soon plain",
        "is closed | done",
        "is overdue | late",
        "is mine | soon",
        "is unassigned | late done plain",
        "is subtask | late",
        "not is mine and not is closed | late plain",
        "(is mine or is closed) and priority = low | done",
        "принтер and is open | late",
        "принтер | late"
      })
  void each_construct_selects_what_it_says(String query, @Nullable String expected) {
    assertEquals(
        expected == null ? List.of() : List.of(expected.split(" ")),
        titles(caller, query, "created_at"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order by priority desc, key desc | late plain soon done",
        "order by priority desc, created | late soon plain done",
        "order by priority, title desc | done soon plain late",
        "order by status, due desc, key | late plain soon done",
        "order by due, key desc | done late soon plain",
        "order by due desc, key | soon late done plain",
        "is open order by key desc | plain soon late",
        "order by title, title desc | done late plain soon"
      })
  void orders_of_several_steps_hold_for_walks_by_cursor(String query, String expected) {
    assertEquals(List.of(expected.split(" ")), titles(caller, query, null));
  }

  @Test
  void text_is_also_what_comments_and_names_of_files_say() {
    UUID plain = one("plain 100%");
    UUID soon = one("soon");
    UUID said = rows.comment(plain, "Заказаны новые картриджи");
    rows.file(soon, "счёт-картриджи.pdf");
    assertEquals(List.of("soon", "plain"), titles(caller, "text ~ картридж", "created_at"));
    assertEquals(List.of("plain"), titles(caller, "text ~ \"новый картридж\"", null));
    assertEquals(List.of("soon"), titles(caller, "text ~ картридж and not text ~ заказ", null));
    assertEquals(
        List.of("late", "soon", "plain"),
        titles(caller, "text ~ картридж or text ~ принт", "created_at"));
    assertEquals(
        List.of("late", "done"), titles(caller, "not text ~ счет", "created_at").subList(0, 2));
    assertEquals(List.of(), titles(caller, "description ~ картридж", null));
    assertEquals(List.of(), titles(caller, "картридж", null), "words alone are of the task itself");
    sql.change("update comment.comment set deleted_at = now() where id = ?", said);
    assertEquals(List.of("soon"), titles(caller, "text ~ картридж", null));
  }

  @Test
  void what_comments_of_hidden_tasks_say_finds_nothing() {
    Task.Place secret = rows.project(Visibility.PRIVATE);
    rows.comment(rows.task(secret, 1, "hidden", null), "whispered" + tail);
    Caller member = Rows.caller(Role.USER);
    rows.join(secret, member, MemberRole.VIEWER);
    assertEquals(List.of(), titlesAnywhere(caller, "text ~ whispered" + tail));
    assertEquals(List.of("hidden"), titlesAnywhere(member, "text ~ whispered" + tail));
    assertEquals(
        List.of("hidden"), titlesAnywhere(Rows.caller(Role.ADMIN), "text ~ whispered" + tail));
  }

  private UUID one(String title) {
    return sql.first(
            "select id from task.task where space = ? and title = ?",
            row -> row.getObject("id", UUID.class),
            project.key(),
            title)
        .orElseThrow();
  }

  @Test
  void an_order_asked_for_beside_the_query_wins() {
    assertEquals(List.of("plain", "done", "soon", "late"), titles(caller, "order by key", "-key"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "is open and status = tado | 22",
        "priority = highest | 12",
        "tag = nosuch$ | 7",
        "project = NOSUCH9 | 11",
        "assignee = \"nobody at all\" | 12",
        "key = 12 | 7",
        "parent = x | 10",
        "due < soon | 7",
        "due < nextWeek() | 7",
        "tag in (bug$, nosuch) | 0"
      })
  void unknown_values_are_refused_with_their_column(String query, int column) {
    Problem refused = assertThrows(Problem.class, () -> titles(caller, query, null));
    Text words = refused.fields().get("q");
    assertTrue(words != null && (column == 0 || words.args().get(0).equals(column)), query);
  }

  @Test
  void hints_name_only_what_the_caller_sees() {
    Task.Place secret = rows.project(Visibility.PRIVATE);
    UUID hidden = rows.task(secret, 1, "hidden", null);
    rows.tag(hidden, Rows.caller(Role.USER), List.of("hiddentag" + tail));
    Caller member = Rows.caller(Role.USER);
    rows.join(secret, member, MemberRole.VIEWER);
    assertFalse(hint("tag = hiddentagg" + tail).contains("hiddentag" + tail));
    assertEquals(List.of("hidden"), titlesAnywhere(member, "tag = hiddentag" + tail));
    assertThrows(Problem.class, () -> titlesAnywhere(caller, "tag = hiddentag" + tail));
    assertThrows(Problem.class, () -> titlesAnywhere(caller, "project = " + secret.key()));
    assertEquals(List.of("hidden"), titlesAnywhere(member, "project = " + secret.key()));
    assertEquals(List.of(), titlesAnywhere(caller, "key = " + secret.key() + "-1"));
    assertTrue(hint("tag = bugg" + tail).contains("ug" + tail));
  }

  private List<String> titlesAnywhere(Caller who, String query) {
    TaskAsk all =
        new TaskAsk(
            List.of(), List.of(), List.of(), null, false, null, null, null, null, null, query, null,
            false);
    return Rows.list(sql, who).page(all, PageAsk.first(50)).items().stream()
        .map(TaskView::title)
        .toList();
  }

  private String hint(String query) {
    Problem refused = assertThrows(Problem.class, () -> titlesAnywhere(caller, query));
    Text words = refused.fields().get("q");
    List<Object> args = words == null ? List.of() : words.args();
    return args.subList(Math.min(2, args.size()), args.size()).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title ~ \"'; drop table task.task; --\"",
        "type = \"') or true --\"",
        "title = \"?\"",
        "\"? ' \\\\ %\" and is open"
      })
  void what_somebody_writes_is_never_sql(String query) {
    assertEquals(List.of(), titles(caller, query, null));
  }
}
