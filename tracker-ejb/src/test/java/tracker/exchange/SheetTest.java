package tracker.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Problem;
import tracker.work.Priority;
import tracker.workflow.Category;

class SheetTest {
  @TempDir Path folder;

  private static Sheet read(String text) {
    return new Sheet(new StringReader(text));
  }

  private static List<Sheet.Line> rows(String text) {
    return read(text).next(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static List<String> titles(String text) {
    return rows(text).stream().map(row -> row.cell(0)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_separator_is_that_of_the_first_line(String sign) {
    Sheet sheet = read("\na%sb\r\n\"1%s,;2\"%s\"x\ny\"\"\"\r\n".replace("%s", sign));
    assertEquals(List.of("a", "b"), sheet.head());
    Sheet.Line row = sheet.next(1, 100).get(0);
    assertEquals("1" + sign + ",;2", row.cell(0));
    assertEquals("x\ny\"", row.cell(1));
    assertEquals("", row.cell(2));
  }

  @Test
  void rows_are_numbered_as_a_spreadsheet_shows_them() {
    List<Sheet.Line> rows = rows("title\n\"a\nb\"\n\n,\nc");
    assertEquals(List.of(2, 5), rows.stream().map(Sheet.Line::number).toList());
    assertEquals(List.of("'x", "=1"), titles("t\n'x\n'=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n \n", ",,\n"})
  void nothing_is_refused(String text) {
    Problem refused = assertThrows(Problem.class, () -> read(text));
    assertTrue(refused.fields().containsKey("file"));
  }

  @Test
  void a_long_table_is_read_in_parts() {
    Sheet sheet = read("t\n" + "x\n".repeat(10) + "y".repeat(50) + "\nz\n\n");
    assertEquals(6, sheet.next(6, 100).size());
    assertEquals(5, sheet.next(100, 20).size(), "up to so many letters, and one row");
    assertFalse(sheet.isOver());
    assertEquals(List.of(13), sheet.next(9, 9).stream().map(Sheet.Line::number).toList());
    assertTrue(sheet.isOver());
    assertEquals(List.of(), sheet.next(9, 9));
  }

  @Test
  void a_cell_without_an_end_is_refused() {
    assertThrows(Problem.class, () -> rows("t\n" + "x".repeat(5 << 20)));
    assertThrows(Problem.class, () -> rows("t\n\"x\n" + "y\n".repeat(3 << 20)));
  }

  private String letters(byte[] bytes, @Nullable Charset said) throws IOException {
    Path file = Files.write(folder.resolve("a.csv"), bytes);
    try (Reader reader = Letters.of(file, said)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    }
  }

  @Test
  void letters_are_known_by_mark_or_by_what_they_are() throws IOException {
    String text = "Тема;ё";
    Charset old = Charset.forName("windows-1251");
    assertEquals(text, letters(text.getBytes(StandardCharsets.UTF_8), null));
    assertEquals(text, letters(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), old));
    assertEquals(text, letters(text.getBytes(old), null));
    assertEquals(text, letters(text.getBytes(old), StandardCharsets.UTF_8));
    assertEquals(text, letters(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), null));
    Charset dos = Charset.forName("IBM866");
    assertEquals(text, letters(text.getBytes(dos), dos));
    assertEquals("", letters(new byte[0], null));
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
