package tracker.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.shared.WordDiff.Fate;

class WordDiffTest {
  private static String shown(String old, String now) {
    return WordDiff.of(old, now).stream()
        .map(
            piece ->
                switch (piece.fate()) {
                  case KEPT -> piece.text();
                  case GONE -> "[-" + piece.text() + "-]";
                  case NEW -> "[+" + piece.text() + "+]";
                })
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "Paint the hall | Paint the hall | Paint the hall",
        "Paint the hall | Paint the door | Paint the [-hall-][+door+]",
        "Покрасить зал | Покрасить большой зал | Покрасить [+большой +]зал",
        "one two three | two three | [-one -]two three",
        "'' | all new | [+all new+]",
        "all gone | '' | [-all gone-]",
        "'' | '' | ''"
      })
  void words_that_went_and_came_are_told_apart(String old, String now, String expected) {
    assertEquals(expected, shown(old, now));
  }

  @Test
  void both_texts_can_be_put_together_again_however_long_they_are() {
    Random random = new Random(7);
    for (int words : new int[] {3, 50, 1_000, 5_000, 30_000}) {
      String old = text(random, words);
      String now = text(random, words);
      List<WordDiff.Piece> pieces = WordDiff.of(old, now);
      assertEquals(old, joined(pieces, Fate.NEW));
      assertEquals(now, joined(pieces, Fate.GONE));
      assertTrue(pieces.size() > 1);
    }
  }

  @Test
  void of_very_long_texts_what_is_the_same_at_both_ends_is_found() {
    String lines = "a\n".repeat(5_000);
    assertEquals(
        List.of(
            new WordDiff.Piece(Fate.KEPT, "top\n" + lines),
            new WordDiff.Piece(Fate.GONE, "old\n"),
            new WordDiff.Piece(Fate.NEW, "new\nnewer\n"),
            new WordDiff.Piece(Fate.KEPT, lines + "end")),
        WordDiff.of(
            "top\n" + lines + "old\n" + lines + "end",
            "top\n" + lines + "new\nnewer\n" + lines + "end"));
  }

  private static String text(Random random, int words) {
    return random
        .ints(words, 0, 40)
        .mapToObj(n -> "word" + n + (n % 9 == 0 ? "\n" : " "))
        .collect(Collectors.joining());
  }

  private static String joined(List<WordDiff.Piece> pieces, Fate without) {
    return pieces.stream()
        .filter(piece -> piece.fate() != without)
        .map(WordDiff.Piece::text)
        .collect(Collectors.joining());
  }
}
