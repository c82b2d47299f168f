package tracker.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Parallel;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Rest;

class SessionsRestIT {
  private static final Rest STRANGER = Rest.stranger();

  private static Answer refresh(String token) {
    return STRANGER.post("/auth/refresh", Map.of("refresh", token));
  }

  @Test
  void a_refresh_gives_a_new_pair_and_a_second_use_ends_the_family() {
    Person person = People.newcomer();
    Answer next = refresh(person.refresh()).is(200);
    assertEquals("7200", next.field("expires_in"));
    assertEquals("no-store", next.header("Cache-Control"));
    STRANGER.as(next.field("access")).get("/auth/me").is(200);
    refresh(person.refresh()).refuses(401, "TOKEN_NOT_VALID");
    refresh(next.field("refresh")).refuses(401, "TOKEN_NOT_VALID");
    STRANGER.as(next.field("access")).get("/auth/me").refuses(401, "UNAUTHENTICATED");
    refresh("unknown").refuses(401, "TOKEN_NOT_VALID");
    STRANGER.post("/auth/refresh", Map.of()).refuses(422, "VALIDATION_ERROR").names("refresh");
  }

  @Test
  void of_ten_refreshes_at_once_at_most_one_succeeds() {
    Person person = People.newcomer();
    List<Integer> statuses = Parallel.times(10, i -> refresh(person.refresh()).status());
    assertEquals(1, statuses.stream().filter(s -> s == 200).count(), statuses::toString);
    assertEquals(9, statuses.stream().filter(s -> s == 401).count(), statuses::toString);
  }

  @Test
  void logout_ends_the_access_token_too() {
    Person person = People.newcomer();
    person.rest().get("/auth/me").is(200);
    STRANGER.post("/auth/logout", Map.of("refresh", person.refresh())).is(204);
    person.rest().get("/auth/me").refuses(401, "UNAUTHENTICATED");
    refresh(person.refresh()).refuses(401, "TOKEN_NOT_VALID");
    STRANGER.post("/auth/logout", Map.of("refresh", person.refresh())).is(204);
  }

  @Test
  void one_sees_and_ends_only_ones_own_sessions() {
    Person person = People.newcomer();
    Person elsewhere = People.login(STRANGER, person.email(), person.password());
    Answer mine = person.rest().get("/auth/sessions").is(200);
    assertEquals(2, mine.at("/items").size());
    assertFalse(mine.at("/items/0/current").asBoolean());
    String other = mine.at("/items/0/id").asText();
    People.newcomer().rest().delete("/auth/sessions/" + other).refuses(404, "SESSION_NOT_FOUND");
    person.rest().delete("/auth/sessions/" + other).is(204);
    elsewhere.rest().get("/auth/me").refuses(401, "UNAUTHENTICATED");
    person.rest().delete("/auth/sessions/" + other).refuses(404, "SESSION_NOT_FOUND");
    person.rest().delete("/auth/sessions/not-an-id").refuses(404, "NOT_FOUND");
  }

  @Test
  void the_audit_names_the_clients_own_address() {
    Person person = People.newcomer();
    String address = Rest.anAddress();
    STRANGER
        .from("6.6.6.6, " + address)
        .post("/auth/login", Map.of("email", person.email(), "password", "not this one"))
        .refuses(401, "WRONG_CREDENTIALS");
    Answer audit = person.rest().get("/auth/login-audit?limit=1").is(200);
    assertEquals(address, audit.at("/items/0/ip").asText());
    assertFalse(audit.at("/items/0/success").asBoolean());
    Answer before =
        person.rest().get("/auth/login-audit?cursor=" + audit.at("/next").asText()).is(200);
    assertTrue(before.at("/items/0/success").asBoolean());
    String whose = "/auth/login-audit?user_id=" + person.id();
    People.newcomer().rest().get(whose).refuses(403, "FORBIDDEN");
    assertEquals(2, People.admin().rest().get(whose).is(200).at("/total").asInt());
    person.rest().get("/auth/login-audit?user_id=x").refuses(422, "VALIDATION_ERROR");
    person.rest().get("/auth/login-audit?cursor=x").refuses(422, "VALIDATION_ERROR");
  }

  @Test
  void resources_see_the_token_of_the_call() {
    Person person = People.newcomer();
    Answer token = person.rest().get("/auth/token").is(200);
    assertEquals(person.id(), token.field("subject"));
    assertEquals("user", token.at("/groups/0").asText());
    STRANGER.get("/auth/token").refuses(401, "UNAUTHENTICATED");
  }

  @Test
  void the_public_keys_are_open_to_all_and_show_nothing_private() {
    Answer keys = STRANGER.get("/.well-known/jwks.json").is(200);
    assertEquals("RS256", keys.at("/keys/0/alg").asText());
    assertFalse(keys.at("/keys/0").has("d"));
    assertFalse(keys.at("/keys/0/kid").asText().isBlank());
  }

  @Test
  void a_token_that_is_not_ours_is_refused_with_a_challenge() {
    Person person = People.newcomer();
    String forged =
        person.access().substring(0, person.access().length() - 20) + "AAAAAAAAAAAAAAAAAAAA";
    for (String token : List.of(forged, person.access() + "x", "a.b.c", person.refresh())) {
      Answer answer = STRANGER.as(token).get("/auth/me").refuses(401, "UNAUTHENTICATED");
      assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"));
    }
  }

  @Test
  void rest_does_not_take_the_cookie_of_pages() {
    STRANGER.with("Cookie", "gerask_session=anything").get("/api/auth/me").is(401);
  }

  @Test
  void a_page_without_a_session_leads_to_the_sign_in_and_a_part_of_it_says_401() {
    Answer page = STRANGER.get("/my-work?x=1").is(303);
    assertTrue(page.header("Location").endsWith("/login?to=%2Fmy-work%3Fx%3D1"));
    Answer part = STRANGER.with("Faces-Request", "partial/ajax").post("/my-work", "").is(401);
    assertEquals("1", part.header("X-Signed-Out"));
  }
}
