package tracker.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.shared.Problem;

class PasswordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "short12",
        "password",
        "Password1",
        "12345678",
        "qwertyuiop",
        "ILOVEYOU",
        "пароль7"
      })
  void a_short_or_common_password_is_refused_by_its_field(String password) {
    Problem refusal = assertThrows(Problem.class, () -> Passwords.check("password", password));
    assertTrue(refusal.fields().containsKey("password"));
  }

  @Test
  void what_cannot_be_text_is_refused() {
    assertThrows(Problem.class, () -> Passwords.check("password", "nul\0inside it"));
    assertThrows(Problem.class, () -> Passwords.check("password", "half \ud83d of a pair"));
    assertThrows(Problem.class, () -> Passwords.check("password", "x".repeat(1001)));
  }

  @Test
  void a_pass_phrase_in_any_script_is_welcome() {
    assertDoesNotThrow(() -> Passwords.check("password", "тихий омут 😀"));
    assertDoesNotThrow(() -> Passwords.check("password", "x1".repeat(500)));
  }

  @Test
  void the_hash_is_bcrypt_of_cost_12() {
    assertEquals("$2a$12$", Passwords.hash("a good pass phrase").substring(0, 7));
  }

  @Test
  void a_long_pass_phrase_counts_to_its_last_character() {
    String start = "ж".repeat(200);
    String hash = Passwords.hash(start + "a");
    assertTrue(Passwords.fits(start + "a", hash));
    assertFalse(Passwords.fits(start + "b", hash));
    assertFalse(Passwords.fits(start, hash));
  }

  @Test
  void composed_and_decomposed_letters_are_the_same_password() {
    assertTrue(Passwords.fits("cafe\u0301 noir 42", Passwords.hash("caf\u00e9 noir 42")));
  }

  @Test
  void nobody_has_no_password_that_fits() {
    assertFalse(Passwords.fits("whatever it is", null));
  }
}
