package tracker.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.work.Priority;
import tracker.work.TaskAsk;
import tracker.work.TaskName;
import tracker.work.TaskView;
import tracker.work.Tasks;
import tracker.workflow.Category;

class ExportsTest {
  private static final UUID BOSS = Ids.next();

  /** A list of so many tasks; it knows which of its parts somebody still holds. */
  private static final class Many extends Tasks {
    private final int count;
    private final List<WeakReference<Page<TaskView>>> parts = new ArrayList<>();
    private int written;

    Many(int count) {
      this.count = count;
    }

    @Override
    public Page<TaskView> list(TaskAsk ask, PageAsk part) {
      int from = part.cursor() == null ? 0 : Integer.parseInt(part.cursor());
      assertEquals(from, written, "a part is asked for before the one before it was sent");
      assertTrue(part.limit() <= 1000, "parts of " + part.limit());
      int to = Math.min(count, from + part.limit());
      Page<TaskView> page =
          new Page<>(
              IntStream.range(from, to).mapToObj(ExportsTest::task).toList(),
              null,
              part.limit(),
              count,
              to == count ? null : Integer.toString(to));
      parts.add(new WeakReference<>(page));
      return page;
    }

    @Override
    public Map<UUID, TaskName> names(Collection<UUID> ids) {
      return Map.of();
    }

    long held() {
      System.gc();
      return parts.stream().filter(part -> part.get() != null).count();
    }
  }

  private static TaskView task(int number) {
    Instant at = Instant.parse("2026-11-20T08:00:00Z");
    return new TaskView(
        Ids.next(),
        "GER-" + number,
        number % 2 == 0 ? "Plain" : "=cmd, \"quoted\"\r\nand broken",
        null,
        "todo",
        Category.TODO,
        null,
        Priority.HIGH,
        at,
        BOSS,
        List.of("bug", "red, blue"),
        null,
        null,
        null,
        "task",
        List.of(),
        0,
        new TaskView.Subtasks(0, 0),
        BOSS,
        at,
        at,
        null,
        3);
  }

  private static Exports exports(Tasks tasks) {
    Accounts people =
        new Accounts() {
          @Override
          public Map<UUID, String> names(Collection<UUID> ids) {
            return Map.of(BOSS, "@nna Weber");
          }
        };
    Caller caller = new Caller();
    caller.signIn(
        new Caller.SignedIn(BOSS, "Anna", Role.USER, Ids.next(), null, "Pacific/Kiritimati"));
    return new Exports(tasks, people, caller, new Clock());
  }

  @Test
  void a_hundred_thousand_tasks_are_in_memory_a_part_at_a_time() throws IOException {
    Many tasks = new Many(100_000);
    TaskFile file = TaskFile.of(exports(tasks), TaskAsk.all(), false);
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw new UnsupportedOperationException("byte by byte");
          }

          @Override
          public void write(byte[] part, int from, int length) {
            String text = new String(part, from, length, StandardCharsets.UTF_8);
            // each row ends in its version
            tasks.written += text.split(",3,todo,\r\n", -1).length - 1;
            if (tasks.parts.size() % 100 == 0) {
              long held = tasks.held();
              assertTrue(held <= 2, held + " parts are still held");
            }
          }
        };
    file.writeTo(out);
    assertEquals(100_000, tasks.written);
  }

  @Test
  void rows_are_csv_without_formulas_below_one_line_of_names() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Many two = new Many(2);
    TaskFile.of(exports(two), TaskAsk.all(), true).writeTo(out);
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\r\n", 2);
    assertEquals("\uFEFF" + String.join(",", TaskColumns.HEAD), lines[0]);
    assertTrue(
        lines[1].startsWith("GER-0,Plain,,todo,high,task,'@nna Weber,2026-11-20T08:00:00Z,"));
    assertTrue(lines[1].contains("\"bug, \"\"red, blue\"\"\""), lines[1]);
    assertTrue(
        lines[1].contains("\r\nGER-1,\"'=cmd, \"\"quoted\"\"\r\nand broken\",,todo,"), lines[1]);
  }

  @Test
  void the_name_says_project_and_day() {
    Exports exports = exports(new Many(0));
    assertTrue(exports.nameOf(TaskAsk.all()).matches("tasks-\\d{4}-\\d\\d-\\d\\d\\.csv"));
    TaskAsk of = ask("ger");
    assertTrue(exports.nameOf(of).matches("GER-tasks-\\d{4}-\\d\\d-\\d\\d\\.csv"));
    for (String odd : List.of("../x", "a\"b", "x\r\ny", Ids.next().toString())) {
      assertTrue(exports.nameOf(ask(odd)).startsWith("tasks-"), odd);
    }
  }

  private static TaskAsk ask(String project) {
    return new TaskAsk(
        List.of(), List.of(), List.of(), null, false, null, project, null, null, null, null, null,
        false);
  }
}
