package tracker.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTest {
  record Inner(String deepText) {}

  record Outer(Optional<String> some, List<Inner> many, Instant dueAt) {}

  private static final Instant TODAY = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Задача", "😀 face", "line\nbreak", "\u0001"})
  void text_that_postgresql_keeps_passes(String text) {
    assertTrue(Storable.is(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u0000b", "\ud83d", "\ude00", "\ude00\ud83d", "end \ud83d"})
  void nul_and_half_pairs_are_refused(String text) {
    assertFalse(Storable.is(text));
  }

  @Test
  void a_record_is_searched_to_its_depth_and_each_field_named() {
    Outer bad =
        new Outer(
            Optional.of("\u0000"),
            List.of(new Inner("fine"), new Inner("\ud83d")),
            Instant.parse("+12345-01-01T00:00:00Z"));
    Problem refused = assertThrows(Problem.class, () -> Storable.check(bad));
    assertEquals(Set.of("some", "many[1].deep_text", "due_at"), refused.fields().keySet());
    assertEquals(422, refused.code().status());
  }

  @Test
  void a_sound_record_passes() {
    Storable.check(new Outer(Optional.empty(), List.of(new Inner("ё")), TODAY));
  }
}
