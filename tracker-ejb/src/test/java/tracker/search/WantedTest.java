package tracker.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Problem;

class WantedTest {
  @ParameterizedTest
  @CsvSource({"NEVA-12,NEVA-12", "neva 12,NEVA-12", "' neva - 12 ',NEVA-12", "t-1,T-1"})
  void a_key_is_read_as_people_type_it(String text, String key) {
    assertEquals(Optional.of(key), Wanted.of("q", text).key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"neva", "neva-0", "neva12", "12", "neva-12 and more", "нева-12"})
  void other_texts_are_no_key(String text) {
    assertEquals(Optional.empty(), Wanted.of("q", text).key());
  }

  @Test
  void words_are_small_letters_and_digits_each_once() {
    assertEquals(List.of("елка", "v2", "pdf"), Wanted.of("q", "Ёлка, елка... v2.PDF & -").words());
    assertEquals(List.of("елка"), Wanted.of("q", "Ёлка, v2 кот").doubtful());
  }

  @Test
  void alternatives_that_begin_with_another_are_left_out() {
    Map<String, List<String>> near =
        Map.of("редчайшй", List.of("редчайш", "редчайший"), "дом", List.of("том", "дым"));
    assertEquals(
        List.of(List.of("редчайш"), List.of("дом", "том", "дым"), List.of("кот")),
        Wanted.of("q", "редчайшй дом кот").with(near));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u0000", "\uD800"})
  void nothing_and_what_cannot_be_kept_are_refused_by_name(String text) {
    Problem refused = assertThrows(Problem.class, () -> Wanted.of("q", text));
    assertEquals(Set.of("q"), refused.fields().keySet());
    assertThrows(Problem.class, () -> Wanted.of("q", "a".repeat(201)));
  }
}
