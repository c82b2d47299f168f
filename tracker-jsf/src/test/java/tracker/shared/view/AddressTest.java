package tracker.shared.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @Test
  void a_page_is_shown_from_the_hidden_folder() {
    assertEquals("/pages/my-work.xhtml", inside("/my-work"));
  }

  @Test
  void what_follows_the_page_is_its_key() {
    assertEquals("/pages/task.xhtml?key=NEVA-1", inside("/task/NEVA-1"));
  }

  @Test
  void a_key_cannot_smuggle_parameters() {
    assertEquals("/pages/task.xhtml?key=A%26key%3DB", inside("/task/A&key=B"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/my-work/x",
        "/task/",
        "/task/A/B",
        "/pages/task.xhtml",
        "/../task"
      })
  void other_paths_are_no_pages(String path) {
    assertNull(Address.of(path));
  }

  @Test
  void strangers_may_open_only_the_gates() {
    assertTrue(address("/login").open());
    assertTrue(address("/register").open());
    assertFalse(address("/users").open());
    assertFalse(address("/task/NEVA-1").open());
  }

  private static String inside(String path) {
    return address(path).inside();
  }

  private static Address address(String path) {
    @Nullable Address address = Address.of(path);
    assertNotNull(address);
    return address;
  }
}
