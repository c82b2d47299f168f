package tracker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.journal.Change;
import tracker.journal.ChangesRecorded;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

class SearchDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Things things = new Things(sql);
  private final String project = things.project("internal");
  private final String mark = mark();

  /** A word of letters that no other test has. */
  private static String mark() {
    StringBuilder word = new StringBuilder("q");
    Ids.next()
        .toString()
        .chars()
        .filter(Character::isLetterOrDigit)
        .skip(12)
        .forEach(one -> word.append((char) ('a' + one % 26)));
    return word.toString();
  }

  private List<Found> find(Caller who, String text, boolean typos) {
    DocumentRows rows = new DocumentRows(sql, who);
    Wanted wanted = Wanted.of("q", text);
    Map<String, List<String>> near = typos ? rows.near(wanted.doubtful()) : Map.of();
    return rows.find(wanted.with(near), 50);
  }

  private List<Found> find(String text) {
    return find(Things.caller(Role.USER), text, false);
  }

  private List<UUID> ids(String text) {
    return find(text).stream().map(Found::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'Починить кофемашину у окна', 'кофемашины'",
    "'Починить кофемашину у окна', 'кофемаш'",
    "'Починить кофемашину у окна', 'ОКНО починил'",
    "'Ёлка для зала', 'елка'",
    "'Елки для зала', 'ЁЛКИ'",
    "'Repairing the coffee machines', 'machine repair'",
    "'Repairing the coffee machines', 'repairi'",
    "'Отчет за ноябрь, v2.1 (final)', 'v2 final'",
    "'Re: order №15, склад-3', 'склад 15'"
  })
  void stems_and_beginnings_are_found_in_both_languages(String title, String text) {
    UUID task = things.task(project, mark + " " + title, null);
    assertEquals(List.of(task), ids(mark + " " + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"кофемолка", "кухня окна", "окно2", "машину"})
  void other_words_are_not(String text) {
    things.task(project, mark + " Починить кофемашину у окна", null);
    assertEquals(List.of(), ids(mark + " " + text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "приинтер",
        "пинтер",
        "принтир",
        "пирнтер",
        "принте",
        "ринтер",
        "отпраить принтер"
      })
  void one_wrong_letter_a_word_finds_all_the_same(String typed) {
    UUID task = things.task(project, mark + " Отправить принтер", null);
    assertEquals(
        List.of(task),
        find(Things.caller(Role.USER), mark + " " + typed, true).stream().map(Found::id).toList());
  }

  @Test
  void two_wrong_letters_are_another_word() {
    things.task(project, mark + " Отправить принтер", null);
    assertEquals(List.of(), find(Things.caller(Role.USER), mark + " прынтэр", true));
  }

  @Test
  void titles_come_before_texts_comments_and_files_and_each_tells_where() {
    UUID file = things.task(project, "with a file", null);
    things.file(file, mark + "_plan.final.pdf");
    UUID comment = things.task(project, "with a comment", null);
    things.comment(comment, "I saw " + mark + " yesterday");
    UUID text = things.task(project, "with a text", mark + " " + mark + " " + mark);
    UUID title = things.task(project, "The " + mark, null);
    List<Found> found = find(mark);
    assertEquals(title, found.get(0).id());
    assertEquals(
        Map.of(
            title, Where.TITLE, text, Where.DESCRIPTION, comment, Where.COMMENT, file, Where.FILE),
        Map.ofEntries(
            found.stream()
                .map(one -> Map.entry(one.id(), one.where()))
                .toArray(size -> mapEntries(size))));
    assertEquals("I saw \u0002" + mark + "\u0003 yesterday", snippet(found, comment));
    assertTrue(snippet(found, file).startsWith("\u0002" + mark + "\u0003_plan"));
    assertEquals(List.of(file), ids(mark + " plan pdf"));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map.Entry<UUID, Where>[] mapEntries(int size) {
    return new Map.Entry[size];
  }

  private static String snippet(List<Found> found, UUID task) {
    return found.stream().filter(one -> one.id().equals(task)).findFirst().orElseThrow().snippet();
  }

  @Test
  void a_task_is_found_once_however_often_it_has_the_word() {
    UUID task = things.task(project, mark, mark);
    things.comment(task, mark + " again");
    things.file(task, mark + ".txt");
    assertEquals(List.of(task), ids(mark));
  }

  @Test
  void what_is_in_the_trash_is_not_found_and_is_again_when_it_is_back() {
    UUID task = things.task(project, mark, null);
    UUID talked = things.task(project, "talked about", null);
    UUID comment = things.comment(talked, mark);
    UUID file = things.file(talked, mark);
    trash("task.task", task, true);
    assertEquals(List.of(talked), ids(mark));
    trash("comment.comment", comment, true);
    trash("attachment.attachment", file, true);
    assertEquals(List.of(), ids(mark));
    trash("task.task", task, false);
    assertEquals(List.of(task), ids(mark));
    sql.change("update task.project set deleted_at = now() where key = ?", project);
    assertEquals(List.of(), ids(mark));
  }

  private void trash(String table, UUID id, boolean gone) {
    sql.change(
        "update " + table + " set deleted_at = " + (gone ? "now()" : "null") + " where id = ?", id);
  }

  @Test
  void everybody_finds_exactly_what_is_theirs_to_see_and_no_typo_opens_more() {
    String secret = things.project("private");
    UUID hidden = things.task(secret, mark + " принтер", null);
    things.comment(hidden, mark + " тоже");
    UUID own = things.task(null, mark + " личный принтер", null);
    Caller stranger = Things.caller(Role.USER);
    Caller member = Things.caller(Role.USER);
    sql.change(
        "insert into task.member (project_id, account_id, role)"
            + " select id, ?, 'viewer' from task.project where key = ?",
        member.id(),
        secret);
    sql.change("update task.task set assignee_id = ? where id = ?", stranger.id(), own);
    for (boolean typos : List.of(false, true)) {
      assertEquals(List.of(own), find(stranger, mark, typos).stream().map(Found::id).toList());
      assertEquals(List.of(hidden), find(member, mark, typos).stream().map(Found::id).toList());
      assertEquals(2, find(Things.caller(Role.ADMIN), mark, typos).size());
    }
  }

  @Test
  void words_follow_what_is_recorded_and_only_that() {
    UUID task = things.task(project, "before", null);
    sql.change("update task.task set title = ? where id = ?", mark, task);
    recorded("task", task, "status");
    assertEquals(List.of(), ids(mark));
    recorded("project", task, "title");
    assertEquals(List.of(), ids(mark));
    recorded("task", task, "title");
    assertEquals(List.of(task), ids(mark));
  }

  private void recorded(String entity, UUID id, String field) {
    ChangesRecorded one =
        new ChangesRecorded(List.of(new Change(entity, id, null, field, null, "x")));
    new Index(sql).hear(one);
    if (!one.along().isEmpty()) {
      sql.together(one.along());
    }
  }

  @Test
  void a_rebuild_brings_back_what_was_lost() {
    UUID task = things.task(project, mark, null);
    sql.change("delete from search.document where id = ?", task);
    assertEquals(List.of(), ids(mark));
    new Index(sql).rebuild();
    assertEquals(List.of(task), ids(mark));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a & b | !c", "':*", "a:A <-> b", "\\", "%", "и", "the", "x' or 1=1 --"})
  void whatever_is_typed_is_only_words(String text) {
    UUID task = things.task(project, mark + " " + text + " abc", null);
    assertEquals(List.of(task), ids(mark + " " + text));
  }
}
