package tracker.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Problem;
import tracker.work.Priority;
import tracker.workflow.Category;

class SheetTest {
  private static List<String> titles(String text) {
    return Sheet.read(text).rows().stream().map(row -> row.cell(0)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_separator_is_that_of_the_first_line(String sign) {
    Sheet sheet = Sheet.read("\na%sb\r\n\"1%s,;2\"%s\"x\ny\"\"\"\r\n".replace("%s", sign));
    assertEquals(List.of("a", "b"), sheet.head());
    assertEquals("1" + sign + ",;2", sheet.rows().get(0).cell(0));
    assertEquals("x\ny\"", sheet.rows().get(0).cell(1));
    assertEquals("", sheet.rows().get(0).cell(2));
  }

  @Test
  void rows_are_numbered_as_a_spreadsheet_shows_them() {
    Sheet sheet = Sheet.read("title\n\"a\nb\"\n\n,\nc");
    assertEquals(List.of(2, 5), sheet.rows().stream().map(Sheet.Line::number).toList());
    assertEquals(List.of("'x", "=1"), titles("t\n'x\n'=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n \n", ",,\n"})
  void nothing_is_refused(String text) {
    Problem refused = assertThrows(Problem.class, () -> Sheet.read(text));
    assertTrue(refused.fields().containsKey("file"));
  }

  @Test
  void too_much_is_refused() {
    Sheet.read("t\n" + "x\n".repeat(Sheet.MOST));
    assertThrows(Problem.class, () -> Sheet.read("t\n" + "x\n".repeat(Sheet.MOST + 1)));
  }

  @Test
  void letters_are_known_by_mark_or_by_what_they_are() {
    String text = "Тема;ё";
    Charset old = Charset.forName("windows-1251");
    assertEquals(text, Letters.of(text.getBytes(StandardCharsets.UTF_8), null));
    assertEquals(text, Letters.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), old));
    assertEquals(text, Letters.of(text.getBytes(old), null));
    assertEquals(text, Letters.of(text.getBytes(old), StandardCharsets.UTF_8));
    assertEquals(text, Letters.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), null));
    Charset dos = Charset.forName("IBM866");
    assertEquals(text, Letters.of(text.getBytes(dos), dos));
    assertEquals("", Letters.of(new byte[0], null));
  }

  @Test
  void columns_mean_what_was_said_before_what_they_are_called() {
    List<String> head = List.of("Name", "Owner", "Status");
    Reading usual = Reading.of(head, Map.of(), Map.of());
    assertEquals(List.of(Field.TITLE, Field.NONE, Field.STATUS), usual.fields());
    Reading kept = Reading.of(head, Map.of("Owner", Field.ASSIGNEE), Map.of());
    assertEquals(Field.ASSIGNEE, kept.fields().get(1));
    Reading said = Reading.of(head, Map.of("Owner", Field.ASSIGNEE), Map.of("Owner", Field.TAGS));
    assertEquals(Field.TAGS, said.fields().get(1));
    assertThrows(Problem.class, () -> Reading.of(head, Map.of(), Map.of("Nope", Field.TAGS)));
    assertThrows(
        Problem.class, () -> Reading.of(head, Map.of(), Map.of("Name", Field.NONE)).proved());
  }

  @Test
  void words_of_other_trackers_have_ours() {
    assertEquals("in_progress", Vocabulary.status(" In Progress ").orElseThrow().word());
    assertEquals("canceled", Vocabulary.status("Won’t Do").orElseThrow().word());
    assertEquals("done", Vocabulary.status("Закрыта").orElseThrow().word());
    assertTrue(Vocabulary.status("Wobbling").isEmpty());
    assertEquals("high", Vocabulary.priority("Немедленный").orElseThrow().word());
    assertTrue(Vocabulary.priority("P1").isEmpty());
    assertEquals("new_kind", Vocabulary.type("New-Kind").orElseThrow());
    assertEquals("bug", Vocabulary.type("Ошибка").orElseThrow());
    assertTrue(Vocabulary.type("Ремонт").isEmpty());
    for (Category status : Category.values()) {
      assertEquals(status, Vocabulary.status(status.word()).orElseThrow());
    }
    for (Priority priority : Priority.values()) {
      assertEquals(priority, Vocabulary.priority(priority.word()).orElseThrow());
    }
  }
}
