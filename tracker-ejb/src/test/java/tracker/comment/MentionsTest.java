package tracker.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
  private static final UUID ANNA = new UUID(0, 1);
  private static final UUID ANNA_WEBER = new UUID(0, 2);
  private static final UUID OLGA = new UUID(0, 3);
  private static final Map<String, List<UUID>> KNOWN =
      Map.of(
          "anna", List.of(ANNA),
          "anna weber", List.of(ANNA_WEBER),
          "ольга петрова", List.of(OLGA));

  @ParameterizedTest
  @CsvSource({
    "'@Anna, look', anna",
    "'hi @anna weber!', anna weber",
    "'(@Ольга Петрова) смотри', ольга петрова",
    "'@Anna\nWeber', anna",
  })
  void a_name_after_an_at_sign_is_a_candidate(String body, String name) {
    assertTrue(Mentions.candidates(body).contains(name), () -> "" + Mentions.candidates(body));
  }

  @Test
  void an_address_mentions_nobody() {
    assertEquals(Set.of(), Mentions.candidates("mail anna@example.org"));
    assertEquals(Set.of(), Mentions.in("mail x@anna", KNOWN));
  }

  @Test
  void the_longer_of_two_names_is_meant() {
    assertEquals(Set.of(ANNA_WEBER), Mentions.in("@Anna Weber: please", KNOWN));
    assertEquals(Set.of(ANNA), Mentions.in("@Anna please", KNOWN));
    assertEquals(Set.of(), Mentions.in("@Annabel please", KNOWN));
  }

  @Test
  void several_are_meant_once_each() {
    assertEquals(Set.of(ANNA, OLGA), Mentions.in("@ольга петрова, @anna и ещё раз @Anna", KNOWN));
  }
}
