package tracker.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;

class GuessingRestIT {
  private static Answer guess(Rest from, String email) {
    return from.post("/auth/login", Map.of("email", email, "password", "a guess of mine"));
  }

  @Test
  void known_and_unknown_e_mails_are_stopped_alike_before_the_tenth_try() {
    Rest here = Rest.stranger().from(Rest.anAddress());
    Person known = People.newcomer();
    String unknown = UUID.randomUUID() + "@gerask.test";
    List<Integer> ofKnown =
        IntStream.range(0, 10).mapToObj(i -> guess(here, known.email()).status()).toList();
    List<Integer> ofUnknown =
        IntStream.range(0, 10).mapToObj(i -> guess(here, unknown).status()).toList();
    assertEquals(ofKnown, ofUnknown);
    assertEquals(List.of(401, 401, 401, 401, 401, 429, 429, 429, 429, 429), ofKnown);
    Answer last = guess(here, known.email()).refuses(429, "TOO_MANY_TRIES");
    assertTrue(Integer.parseInt(last.header("Retry-After")) <= 900);
  }

  @Test
  void the_words_do_not_tell_whether_the_account_exists() {
    Rest here = Rest.stranger().from(Rest.anAddress());
    assertEquals(
        guess(here, People.newcomer().email()).is(401).text(),
        guess(here, UUID.randomUUID() + "@gerask.test").is(401).text());
  }

  @Test
  void many_at_once_do_not_slip_through() {
    Rest here = Rest.stranger().from(Rest.anAddress());
    String email = People.newcomer().email();
    List<Integer> statuses = Parallel.times(15, i -> guess(here, email).status());
    assertEquals(5, statuses.stream().filter(s -> s == 401).count(), statuses::toString);
  }

  @Test
  void a_guesser_does_not_lock_the_owner_out_elsewhere() {
    Person owner = People.newcomer();
    Rest guesser = Rest.stranger().from(Rest.anAddress());
    IntStream.range(0, 8).forEach(i -> guess(guesser, owner.email()));
    People.login(Rest.stranger(), owner.email(), owner.password());
  }

  @Test
  void an_address_that_the_client_made_up_buys_no_tries() {
    String address = Rest.anAddress();
    String email = People.newcomer().email();
    for (int i = 0; i < 5; i++) {
      guess(Rest.stranger().from("7.7.7." + i + ", " + address), email).is(401);
    }
    guess(Rest.stranger().from("7.7.7.9, " + address), email).refuses(429, "TOO_MANY_TRIES");
  }
}
