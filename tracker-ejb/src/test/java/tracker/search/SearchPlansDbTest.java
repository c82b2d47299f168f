package tracker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tracker.identity.Role;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

/**
 * With 100,000 tasks a rare word, a common one and a mistyped one are found from indexes. What they
 * cost is counted in pages of 8 kB that are looked at: that does not depend on the machine.
 */
class SearchPlansDbTest {
  private static final Pattern PAGES = Pattern.compile("shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");
  private static final Sql SQL = OnePostgres.sql();

  @BeforeAll
  static void fill() {
    String project = new Things(SQL).project("internal");
    SQL.change(
        "insert into task.task (id, project_id, space, number, title, status,"
            + " priority, type, rank, created_by, created_at, updated_at)"
            + " select gen_random_uuid(), p.id, p.key, n, 'Общая задача ' || n"
            + " || case when n % 4000 = 0 then ' Редчайший случай' else '' end, 'todo', 1, 'task',"
            + " 'i', gen_random_uuid(), now(), now()"
            + " from task.project p, generate_series(1, 100000) n where p.key = ?",
        project);
    SQL.list(
        "select search.renew(array(select id from task.task where space = ?)) is null",
        row -> row.getBoolean(1),
        project);
    SQL.change(
        "insert into search.word select translate(md5(n::text), '0123456789', 'ghijklmnop')"
            + " from generate_series(1, 100000) n");
    SQL.change("vacuum analyze search.document");
    SQL.change("vacuum analyze search.word");
    SQL.change("vacuum analyze task.task");
  }

  /** Runs statements and keeps what each did. */
  private static final class Explained extends Sql {
    private final List<String> plans = new ArrayList<>();

    Explained() {
      super(OnePostgres.source());
    }

    @Override
    public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... args) {
      plans.add(
          String.join(
              "\n",
              super.list(
                  "explain (analyze, buffers, timing off) " + sql, row -> row.getString(1), args)));
      return super.list(sql, reader, args);
    }

    /** The pages that the last statement looked at. */
    int pages() {
      MatchResult all = PAGES.matcher(last()).results().findFirst().orElseThrow();
      return number(all.group(1)) + number(all.group(2));
    }

    private static int number(@Nullable String digits) {
      return digits == null ? 0 : Integer.parseInt(digits);
    }

    String last() {
      return plans.get(plans.size() - 1);
    }
  }

  private final Explained explained = new Explained();
  private final DocumentRows rows = new DocumentRows(explained, Things.caller(Role.USER));

  private List<Found> find(String text, Map<String, List<String>> near) {
    return rows.find(Wanted.of("q", text).with(near), 50);
  }

  private void looksAt(int most) {
    assertTrue(explained.pages() <= most, explained::last);
  }

  @Test
  void a_word_of_25_tasks_is_found_from_its_index() {
    assertEquals(25, find("редчайшие", Map.of()).size());
    looksAt(1500);
    assertTrue(explained.last().contains("document_words"), explained.last());
    assertTrue(explained.last().contains("task_pkey"), explained.last());
    assertFalse(explained.last().contains("Seq Scan on document"), explained.last());
    assertFalse(explained.last().contains("Seq Scan on task "), explained.last());
  }

  @Test
  void a_word_of_all_tasks_does_not_rank_them_all() {
    assertEquals(50, find("задача", Map.of()).size());
    looksAt(60_000);
  }

  @Test
  void a_mistyped_word_is_looked_up_among_100000_words() {
    Map<String, List<String>> near = rows.near(List.of("редчайшй"));
    assertEquals(Map.of("редчайшй", List.of("редчайш", "редчайший")), near);
    looksAt(5000);
    assertEquals(25, find("редчайшй", near).size());
    looksAt(1500);
  }
}
