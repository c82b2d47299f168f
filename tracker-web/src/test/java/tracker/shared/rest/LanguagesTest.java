package tracker.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru|ru",
        "ru-RU,en;q=0.5|ru",
        "en|en",
        "de|en",
        "de, ru;q=0.3|ru",
        "en;q=0.2, ru;q=0.9|ru",
        "*|en",
        ";;q=|en",
        "''|en"
      })
  void the_preferred_of_our_two_languages_is_found(String header, String language) {
    assertEquals(language, Languages.preferred(header).getLanguage());
  }
}
