package tracker.identity.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceTest {
  @Test
  void after_sign_in_people_get_where_they_wanted_to() {
    assertEquals("/list?q=tap", Entrance.inside("/list?q=tap"));
  }

  @Test
  void without_a_wish_they_get_their_work() {
    assertEquals("/my-work", Entrance.inside(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/x\r\nSet-Cookie: a=b",
        "",
        "/login?to=/login"
      })
  void a_link_to_the_sign_in_page_never_leads_elsewhere(String to) {
    assertEquals("/my-work", Entrance.inside(to));
  }
}
