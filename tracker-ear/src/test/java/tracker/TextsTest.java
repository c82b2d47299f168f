package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.shared.Problem;
import tracker.shared.Texts;

/** Russian and English are complete, and nobody asks for words that do not exist. */
class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
  private static final Pattern IN_A_PAGE = Pattern.compile("\\bt\\['([^'\\[\\]]+)'\\]");
  private static final Pattern IN_CODE =
      Pattern.compile("\"((?:invalid|problem)\\.[A-Za-z0-9_.]*[A-Za-z0-9])\"");
  private static final Pattern CYRILLIC = Pattern.compile("[а-яё]");

  @Test
  void both_languages_have_the_same_keys() {
    for (Path english : House.sources("_en.properties")) {
      assertEquals(
          read(english).keySet(),
          read(russian(english)).keySet(),
          "Keys of " + english + " and ru");
    }
  }

  @Test
  void both_languages_fill_the_same_places() {
    for (Path english : House.sources("_en.properties")) {
      Map<String, String> russian = read(russian(english));
      read(english)
          .forEach(
              (key, words) ->
                  assertEquals(
                      places(words), places(russian.getOrDefault(key, "")), english + ": " + key));
    }
  }

  @Test
  void each_file_of_texts_is_read() {
    for (Path english : House.sources("_en.properties")) {
      Set<String> unread = new TreeSet<>(read(english).keySet());
      unread.removeAll(Texts.in(Texts.ENGLISH).keys());
      assertEquals(Set.of(), unread, english + " is not in Texts.FILES");
    }
  }

  @Test
  void no_key_stands_in_two_files() {
    Map<String, Path> owners = new TreeMap<>();
    for (Path english : House.sources("_en.properties")) {
      for (String key : read(english).keySet()) {
        Path other = owners.put(key, english);
        assertEquals(null, other, key + " stands in " + english + " too");
      }
    }
  }

  @Test
  void each_refusal_has_its_words() throws Exception {
    List<String> mute = new ArrayList<>();
    for (JavaClass type : House.CLASSES) {
      if (type.isEnum() && type.isAssignableTo(Problem.Code.class)) {
        for (Object code : Class.forName(type.getName()).getEnumConstants()) {
          String key = ((Problem.Code) code).textKey();
          if (!known(key)) {
            mute.add(key);
          }
        }
      }
    }
    assertEquals(List.of(), mute, "Codes without words");
  }

  @Test
  void pages_and_code_ask_only_for_words_that_exist() {
    Set<String> missing = new TreeSet<>();
    for (Path page : House.sources(".xhtml")) {
      collect(missing, page, IN_A_PAGE);
    }
    for (Path source : House.sources(".java")) {
      collect(missing, source, IN_CODE);
    }
    assertEquals(Set.of(), missing, "Keys without words");
  }

  @Test
  void english_words_are_english() {
    for (Path english : House.sources("_en.properties")) {
      read(english)
          .forEach(
              (key, words) ->
                  assertFalse(
                      CYRILLIC.matcher(words).find() && !key.contains("language"),
                      english + ": " + key));
    }
  }

  private static void collect(Set<String> missing, Path file, Pattern pattern) {
    Matcher matcher = pattern.matcher(House.read(file));
    while (matcher.find()) {
      if (!known(matcher.group(1))) {
        missing.add(matcher.group(1) + " in " + House.root().relativize(file));
      }
    }
  }

  private static boolean known(String key) {
    return Texts.in(Texts.ENGLISH).knows(key) && Texts.in(Texts.RUSSIAN).knows(key);
  }

  private static Set<String> places(String words) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACE.matcher(words);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Path russian(Path english) {
    Path file = english.resolveSibling(english.getFileName().toString().replace("_en.", "_ru."));
    assertEquals(true, Files.exists(file), file + " is missing");
    return file;
  }

  private static Map<String, String> read(Path file) {
    Properties words = new Properties();
    try {
      words.load(new StringReader(House.read(file)));
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
    Map<String, String> sorted = new TreeMap<>();
    words.forEach((key, value) -> sorted.put((String) key, (String) value));
    return sorted;
  }
}
