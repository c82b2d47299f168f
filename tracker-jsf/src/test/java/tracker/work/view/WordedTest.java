package tracker.work.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.query.Query;

/** What the address of a list says, as one query. */
class WordedTest {
  private static final String ID = "01a1fd95-79b2-7000-9259-9bb0fe3a9569";

  /** An address without encoding: {@code status=todo&status=done}. */
  private static ListQuery list(String address) {
    Map<String, String[]> parameters =
        Arrays.stream(address.split("&"))
            .map(one -> one.split("=", 2))
            .collect(
                Collectors.toMap(
                    one -> one[0],
                    one -> new String[] {one[1]},
                    (some, more) -> new String[] {some[0], more[0]}));
    return ListQuery.read(parameters);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "q=is   open | is   open",
        "q=red door | red door",
        "project=NEVA&priority=high | project = NEVA and priority = high",
        "status=todo&status=done | status in (todo, done)",
        "tag=front desk&type=bug | type = bug and tag = \"front desk\"",
        "tag=none | tag = \"none\"",
        "assignee=me | assignee = me",
        "assignee=none&q=red door | \"red door\" and assignee = none",
        "assignee=01a1fd95-79b2-7000-9259-9bb0fe3a9569 | assignee = \"Anna Weber\"",
        "due=overdue | is overdue",
        "due=overdue&status=todo | status = todo and due < now()",
        "due=today | due = today() and is open",
        "due=week | due >= today() and due < +7d and is open",
        "sort=-due_at | order by due desc",
        "q=is open or is mine&priority=low&sort=key"
            + " | (is open or is mine) and priority = low order by key",
        "q=is open order by title&sort=-created_at | is open order by created desc",
        "q=is open order by title&priority=low | is open and priority = low order by title"
      })
  void an_address_is_put_into_words_that_mean_the_same(String address, String expected) {
    String worded = Worded.of(list(address), id -> "Anna Weber");
    assertEquals(expected, worded);
    Query read = Query.of(worded);
    assertEquals(read, Query.of(read.print()), "reads as what it was made of");
  }

  @Test
  void a_list_of_everything_has_no_words() {
    assertEquals("", Worded.of(list("trash=true"), id -> ""));
  }

  @Test
  void what_is_typed_stands_in_the_place_of_the_kept_text_and_marks_it_as_changed() {
    ListQuery plain = list("filter=" + ID).keeping("is open");
    assertEquals("is open", plain.text());
    assertFalse(plain.isChanged());
    ListQuery typed = list("filter=" + ID + "&q=is closed").keeping("is open");
    assertEquals("is closed", typed.text());
    assertTrue(typed.isChanged());
    assertTrue(list("filter=" + ID + "&priority=low").keeping("is open").isChanged());
    assertFalse(list("filter=" + ID + "&q=is open").keeping("is open").isChanged());
    assertNull(list("filter=" + ID + "&q=").one("filter"), "emptied: the list without it");
    assertNull(list("filter=" + ID).keeping(null).one("filter"), "gone: as if it named none");
    assertNull(list("filter=x").one("filter"));
  }

  @Test
  void a_file_is_asked_for_by_the_text_and_not_by_the_name_of_the_filter() {
    String kept = list("filter=" + ID + "&priority=low").keeping("is open").file();
    assertEquals("/export/tasks.csv?priority=low&q=is+open&bom=true", kept);
    String typed = list("filter=" + ID + "&q=is closed").keeping("is open").file();
    assertEquals("/export/tasks.csv?q=is+closed&bom=true", typed);
  }
}
