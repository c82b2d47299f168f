package tracker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tracker.shared.Texts;
import tracker.system.Concern;

/** What calls for an administrator says so in words, and leads to a runbook that is there. */
class RunbooksTest {
  @ParameterizedTest
  @EnumSource(Concern.class)
  void each_concern_has_its_words_and_its_runbook(Concern concern) {
    String runbooks = House.read(House.root().resolve("docs/runbooks.md"));
    assertTrue(runbooks.contains("\n## " + concern.runbook() + "\n"), concern.runbook());
    String key = "system.concern." + concern.word();
    assertTrue(Texts.in(Texts.ENGLISH).knows(key) && Texts.in(Texts.RUSSIAN).knows(key), key);
  }
}
