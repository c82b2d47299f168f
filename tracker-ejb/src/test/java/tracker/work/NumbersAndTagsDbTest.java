package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.journal.Change;
import tracker.project.Visibility;
import tracker.shared.OnePostgres;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** What many callers do at once: numbers and new tags. */
class NumbersAndTagsDbTest {
  private static final int CALLERS = 20;

  private final Sql sql = OnePostgres.sql();
  private final Rows rows = new Rows(sql);
  private final Caller caller = Rows.caller(Role.USER);

  private static <T> List<T> together(Callable<T> call) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
    try {
      CyclicBarrier start = new CyclicBarrier(CALLERS);
      List<Future<T>> calls =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            return call.call();
                          }))
              .toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> one : calls) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void twenty_callers_at_once_get_twenty_numbers_without_gaps() throws Exception {
    Task.Place project = rows.project(Visibility.INTERNAL);
    List<Long> numbers = together(() -> new TaskNumbers(sql).take(project, 1).next());
    assertEquals(
        LongStream.rangeClosed(1, CALLERS).boxed().toList(), numbers.stream().sorted().toList());
  }

  @Test
  void a_batch_gets_its_numbers_in_a_row_after_those_before_it() {
    Task.Place project = rows.project(Visibility.INTERNAL);
    new TaskNumbers(sql).take(project, 2);
    List<Long> numbers = new ArrayList<>();
    Iterator<Long> batch = new TaskNumbers(sql).take(project, 3);
    batch.forEachRemaining(numbers::add);
    assertEquals(List.of(3L, 4L, 5L), numbers);
  }

  @Test
  void a_deleted_project_gives_no_numbers() {
    Task.Place project = rows.project(Visibility.INTERNAL);
    sql.change("update task.project set deleted_at = now() where id = ?", project.id());
    assertThrows(Problem.class, () -> new TaskNumbers(sql).take(project, 1));
  }

  @Test
  void twenty_callers_at_once_make_one_tag_of_one_new_name() throws Exception {
    Task.Place project = rows.project(Visibility.INTERNAL);
    UUID task = rows.task(project, 1, "tagged", null);
    String name = "Новая " + project.key();
    List<List<Change>> recorded =
        together(
            () -> {
              List<Change> changes = new ArrayList<>();
              new TagNames(sql, caller).put(Map.of(task, List.of(name)), true, changes);
              return changes;
            });
    assertEquals(1, recorded.stream().mapToInt(List::size).sum());
    assertEquals(List.of(name), new TaskRows(sql, caller).written(task).tags());
  }

  @Test
  void names_that_differ_in_case_only_are_one_tag() {
    Task.Place project = rows.project(Visibility.INTERNAL);
    UUID first = rows.task(project, 1, "first", null);
    UUID second = rows.task(project, 2, "second", null);
    String name = "Кухня " + project.key();
    List<Change> changes = new ArrayList<>();
    new TagNames(sql, caller)
        .put(
            Map.of(first, List.of(name), second, List.of(name.toUpperCase(java.util.Locale.ROOT))),
            true,
            changes);
    assertEquals(1, changes.size());
    List<String> one = new TaskRows(sql, caller).written(first).tags();
    assertEquals(one, new TaskRows(sql, caller).written(second).tags());
  }

  @Test
  void putting_tags_replaces_those_before() {
    Task.Place project = rows.project(Visibility.INTERNAL);
    UUID task = rows.task(project, 1, "tagged", null);
    rows.tag(task, caller, List.of("a" + project.key(), "b" + project.key()));
    new TagNames(sql, caller)
        .put(Map.of(task, List.of("b" + project.key())), false, new ArrayList<>());
    assertEquals(List.of("b" + project.key()), new TaskRows(sql, caller).written(task).tags());
  }

  @Test
  void clean_names_have_no_blanks_and_no_doubles() {
    assertEquals(List.of("a", "Б"), TagNames.clean(List.of(" a ", "A", "Б", "б"), "tags"));
    assertEquals(List.of(), TagNames.clean(null, "tags"));
    Problem refused =
        assertThrows(Problem.class, () -> TagNames.clean(List.of("a", " "), "tasks[1].tags"));
    assertTrue(refused.fields().containsKey("tasks[1].tags"));
  }
}
