package tracker.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Problem;
import tracker.shared.Text;
import tracker.shared.Texts;

class QueryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project = GER | project = GER",
        "PROJECT=GER AND Tag IN(bug,ui) | project = GER and tag in (bug, ui)",
        "tag not in (bug) and due is not empty | tag not in (bug) and due is not empty",
        "due < endOfWeek() and assignee = me | due < endOfWeek() and assignee = me",
        "text ~ \"принтер\" order by priority desc | text ~ \"принтер\" order by priority desc",
        "due>=2026-11-20 | due >= 2026-11-20",
        "due != -7d or created <= +2w | due != -7d or created <= +2w",
        "a1 or status = todo | \"a1\" or status = todo",
        "broken printer and is overdue | \"broken printer\" and is overdue",
        "\"a \\\"b\\\" \\\\\" and is open | \"a \\\"b\\\" \\\\\" and is open",
        "not is open or not (is mine and is closed) | not is open or not (is mine and is closed)",
        "((status = done)) | status = done",
        "(is open or is mine) and is overdue | (is open or is mine) and is overdue",
        "is open and (is mine and is overdue) | is open and (is mine and is overdue)",
        "order by due, priority desc, key asc | order by due, priority desc, key",
        "assignee = \"me\" and parent = NEVA-1 | assignee = \"me\" and parent = NEVA-1",
        "is open | is open",
        "title ~ x and bug in the printer | title ~ x and \"bug in the printer\""
      })
  void a_query_reads_and_prints(String text, String printed) {
    assertEquals(printed, Query.of(text).print());
    assertEquals(Query.of(text), Query.of(printed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "принтер",
        "broken printer",
        "rock and roll",
        "100%",
        "task 1234 of NEVA",
        "C++ > Java",
        "foo->bar",
        "a \"half quote",
        "(in brackets)",
        "\\",
        "x = 5",
        "order by the door",
        "say \"hello\" to me",
        "status in progress",
        "is it open",
        "or",
        "NEVA-12"
      })
  void words_without_an_operator_are_looked_for_as_they_stand(String text) {
    assertEquals(new Query(new Term.Words(text), List.of()), Query.of(text));
  }

  @Test
  void quotes_around_all_make_words_of_anything_and_nothing_asks_for_all() {
    assertEquals(new Term.Words("status = todo"), Query.of(" \"status = todo\" ").where());
    assertNull(Query.of(null).where());
    assertNull(Query.of("  ").where());
    assertNull(Query.of("order by due").where());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status = | 9 | query_value",
        "status = todo and | 18 | query_clause",
        "status = todo priority = high | 15 | query_join",
        "status = todo) | 14 | query_closed",
        "(status = todo | 1 | query_open",
        "is open and ) | 13 | query_clause",
        "title ~ \"abc | 9 | query_quote",
        "prioritty = high | 1 | query_field_near",
        "colour = red | 1 | query_field",
        "status ~ todo | 8 | query_not_for",
        "status < done | 8 | query_not_for",
        "text = x | 6 | query_not_for",
        "due in (today()) | 5 | query_not_for",
        "status is empty | 8 | query_not_for",
        "is open and is green | 16 | query_flag",
        "is open and tag in bug | 20 | query_list",
        "tag in (bug ui) | 13 | query_list_end",
        "tag in (bug,) | 13 | query_value",
        "tag in () | 9 | query_value",
        "due < today( | 13 | query_call",
        "is open order by colour | 18 | query_order",
        "is open order by due priority | 22 | query_join",
        "order by due, key, title, status | 27 | query_orders",
        "tag == bug | 6 | query_value"
      })
  void what_is_wrong_is_named_with_its_column(String text, int column, String key) {
    Problem refused = assertThrows(Problem.class, () -> Query.of(text));
    assertEquals(Set.of("q"), refused.fields().keySet());
    Text words = refused.fields().get("q");
    assertEquals("invalid." + key, words == null ? "" : words.key());
    assertEquals(column, words == null ? 0 : words.args().get(0));
    for (Texts texts : List.of(Texts.in(Texts.ENGLISH), Texts.in(Texts.RUSSIAN))) {
      assertEquals(true, words != null && texts.say(words).contains(" " + column + ":"));
    }
  }

  @Test
  void a_wrong_field_hints_at_the_right_one_in_both_languages() {
    Problem refused = assertThrows(Problem.class, () -> Query.of("asignee = me"));
    Text words = refused.fields().get("q");
    assertEquals(
        "Column 1: there is no field \"asignee\". Did you mean assignee?",
        Texts.in(Texts.ENGLISH).say(words));
    assertEquals(
        "Позиция 1: поля «asignee» нет. Может быть, assignee?", Texts.in(Texts.RUSSIAN).say(words));
  }

  @Test
  void length_depth_and_counts_are_limited_without_a_full_stack() {
    String deep = "(".repeat(900) + "is open" + ")".repeat(900);
    assertThrows(Problem.class, () -> Query.of(deep));
    assertThrows(Problem.class, () -> Query.of("not ".repeat(400) + "is open"));
    assertThrows(Problem.class, () -> Query.of("is open" + " and is open".repeat(60)));
    assertThrows(Problem.class, () -> Query.of("tag in (a" + ",a".repeat(50) + ")"));
    assertThrows(Problem.class, () -> Query.of("x".repeat(2001)));
    String enough = "(".repeat(20) + "is open" + ")".repeat(20);
    assertInstanceOf(Term.Is.class, Query.of(enough).where());
    assertEquals("x".repeat(2000), ((Term.Words) Query.of("x".repeat(2000)).where()).text());
  }
}
