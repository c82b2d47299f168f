package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.project.Visibility;
import tracker.shared.Explained;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;

/** With 100,000 tasks, everyday questions are answered from indexes and in few statements. */
class PlansDbTest {
  private static final int TASKS = 100_000;
  private static final UUID ASSIGNEE = Ids.next();
  private static Task.Place project = new Task.Place(null, "");

  private final Explained sql = new Explained(OnePostgres.source());
  private final Caller caller = Rows.caller(Role.USER);

  @BeforeAll
  static void fill() {
    Sql sql = OnePostgres.sql();
    project = new Rows(sql).project(Visibility.INTERNAL);
    List<String> keys = new ArrayList<>(List.of(project.key()));
    for (int i = 0; i < 19; i++) {
      keys.add(new Rows(sql).project(Visibility.INTERNAL).key());
    }
    sql.change(
        "insert into task.task (id, project_id, space, number, title, status, priority, due_at,"
            + " assignee_id, type, rank, created_by, created_at, updated_at)"
            + " select gen_random_uuid(), p.id, p.key, n, 'Task ' || n || ' of ' || p.key,"
            + " (array['todo', 'in_progress', 'done', 'canceled'])[1 + n % 4], n % 3,"
            + " case when n % 5 > 0 then now() + n * interval '1 minute' end,"
            + " case when n % 500 = 0 then ?::uuid else gen_random_uuid() end, 'task',"
            + " replace(gen_random_uuid()::text, '-', '') || 'i', gen_random_uuid(),"
            + " now() - n * interval '1 minute', now() - n * interval '1 second'"
            + " from task.project p,"
            + " generate_series(1000, ? + 999) n where p.key = any(?)",
        ASSIGNEE, TASKS / 20, keys);
    sql.change(
        "update task.task set status_name = 'Review', status_aside = true"
            + " where number % 1000 = 1 and status = 'in_progress'");
    sql.change(
        "insert into comment.comment (id, task_id, created_by, body, created_at, updated_at)"
            + " select gen_random_uuid(), t.id, t.created_by, 'Обычный разговор ' || t.number"
            + " || case when t.number % 500 = 0 then ' про самовар' else '' end, now(), now()"
            + " from task.task t");
    sql.list(
        "select search.renew(array(select id from comment.comment)) is null",
        row -> row.getBoolean(1));
    for (String table : List.of("task.task", "comment.comment", "search.document")) {
      sql.change("vacuum analyze " + table);
    }
  }

  private Page<TaskView> list(TaskAsk ask, PageAsk part) {
    sql.plans().clear();
    return Rows.list(sql, caller).page(ask, part);
  }

  private static TaskAsk ask(
      List<String> status,
      @Nullable UUID assignee,
      @Nullable String inProject,
      @Nullable String sort) {
    return new TaskAsk(
        status, List.of(), List.of(), assignee, false, null, inProject, null, null, null, null,
        sort, false);
  }

  private void reads(String index) {
    String first = sql.plans().get(0);
    assertTrue(first.contains(index), first);
    assertFalse(first.contains("Seq Scan on task "), first);
  }

  private void inStatements(int most) {
    assertTrue(sql.plans().size() <= most, sql.plans().size() + " statements");
  }

  @Test
  void one_task_by_id_or_key_is_one_statement() {
    TaskRows rows = new TaskRows(sql, caller);
    TaskView byKey = rows.seen(project.key() + "-1000");
    inStatements(1);
    reads("task_key");
    sql.plans().clear();
    assertEquals(byKey, rows.seen(byKey.id().toString()));
    inStatements(1);
    reads("task_pkey");
  }

  @Test
  void the_newest_tasks_come_from_the_index_of_creation() {
    Page<TaskView> page = list(TaskAsk.all(), PageAsk.first(50));
    assertEquals(50, page.items().size());
    inStatements(2);
    reads("task_created");
  }

  @Test
  void a_walk_goes_on_in_the_index_and_counts_only_once() {
    String next = list(TaskAsk.all(), PageAsk.first(50)).next();
    Page<TaskView> second = list(TaskAsk.all(), new PageAsk(1, 50, next));
    assertEquals(50, second.items().size());
    inStatements(1);
    reads("task_created");
    assertTrue(sql.plans().get(0).contains("Index Cond: (ROW("), sql.plans().get(0));
  }

  @Test
  void tasks_of_an_assignee_by_status_come_from_their_index() {
    list(ask(List.of("todo"), ASSIGNEE, null, null), PageAsk.first(50));
    inStatements(2);
    reads("task_assignee");
  }

  @Test
  void tasks_of_a_project_by_status_come_from_an_index_of_the_project() {
    list(ask(List.of("todo"), null, project.key(), null), PageAsk.first(50));
    inStatements(2);
    // by date through its tasks, or all of the status sorted: either reads this project only
    String plan = sql.plans().get(0);
    assertTrue(plan.contains("task_project") || plan.contains("task_board"), plan);
    assertFalse(plan.contains("Seq Scan on task "), plan);
  }

  @Test
  void tasks_of_an_own_status_come_from_the_index_of_names() {
    long found = list(ask(List.of("review"), null, null, null), PageAsk.first(10)).total();
    assertTrue(found > 10, "Only " + found);
    inStatements(2);
    reads("task_status_name");
  }

  @Test
  void tasks_by_due_date_come_from_the_index_of_due_dates() {
    list(ask(List.of(), null, null, "due_at"), PageAsk.first(50));
    reads("task_due");
  }

  @Test
  void tasks_of_a_rare_type_come_from_the_index_of_types() {
    list(TaskAsk.all().ofType(List.of("bug")), PageAsk.first(50));
    inStatements(2);
    reads("task_type");
  }

  @Test
  void a_task_to_be_linked_is_found_by_the_index_of_text() {
    String words = "task 1234 " + project.key();
    assertEquals(1, new TaskRows(sql, caller).find(words, 8).size());
    inStatements(1);
    reads("task_text");
  }

  @Test
  void words_come_from_the_index_of_text() {
    TaskAsk ask =
        new TaskAsk(
            List.of(),
            List.of(),
            List.of(),
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            "task 1234 of " + project.key(),
            null,
            false);
    assertEquals(1, list(ask, PageAsk.first(50)).items().size());
    reads("task_text");
  }

  private static TaskAsk asked(String query) {
    return new TaskAsk(
        List.of(), List.of(), List.of(), null, false, null, null, null, null, null, query, null,
        false);
  }

  @Test
  void what_comments_say_comes_from_the_index_of_words() {
    assertEquals(200, list(asked("text ~ самовары"), PageAsk.first(200)).items().size());
    reads("document_words");
    reads("task_text");
    assertFalse(sql.plans().get(0).contains("Seq Scan on document"), sql.plans().get(0));
    assertFalse(sql.plans().get(0).contains("Seq Scan on comment"), sql.plans().get(0));
    list(asked("text ~ самовары and is open"), PageAsk.first(50));
    inStatements(2);
    reads("document_words");
  }

  @Test
  void the_text_of_a_plan_tells_a_scan_of_the_whole_table() {
    sql.list("select count(*) from task.task t where t.type = 'x'", row -> row.getLong(1));
    assertTrue(sql.plans().get(0).contains("Seq Scan on task "), sql.plans().get(0));
  }
}
