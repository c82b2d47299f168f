package tracker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetTest {
  private static String shown(String text, String... words) {
    return Snippet.of(text, List.of(words)).replace(Snippet.ON, '[').replace(Snippet.OFF, ']');
  }

  @ParameterizedTest
  @CsvSource({
    "'Починить кофемашину', 'кофемашин', 'Починить [кофемашину]'",
    "'Починить кофемашину', 'кофемашины', 'Починить [кофемашину]'",
    "'Ёлка и ёлками', 'елка', '[Ёлка] и [ёлками]'",
    "'a cat, a catalogue', 'cat', 'a [cat], a [catalogue]'",
    "'nothing here', 'else', 'nothing here'",
    "'<b>bold</b>', 'bold', '<b>[bold]</b>'"
  })
  void hits_are_marked_as_they_stand(String text, String word, String expected) {
    assertEquals(expected, shown(text, word));
  }

  @Test
  void marks_of_somebody_else_do_not_come_through() {
    assertEquals("a [b] c", shown("a \u0002b\u0003 c", "b"));
  }

  @Test
  void a_long_text_is_cut_at_words_around_the_first_hit() {
    String text = "слово ".repeat(500) + "принтер " + "слово ".repeat(500);
    String shown = shown(text, "принтер");
    assertTrue(shown.length() < 220, shown);
    assertTrue(shown.startsWith("…слово") && shown.endsWith("слово…"), shown);
    assertTrue(shown.contains(" [принтер] "), shown);
  }

  @Test
  void no_pair_of_a_sign_is_torn() {
    String shown = shown("\uD83D\uDE80".repeat(400) + " x", "x");
    assertTrue(tracker.shared.Storable.is(shown), shown);
    assertTrue(tracker.shared.Storable.is(shown("\uD83D\uDE80".repeat(400), "x")));
  }
}
