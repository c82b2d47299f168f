package tracker.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tracker.journal.Reversible;

class SubjectsTest {
  @Test
  void each_entity_that_is_recorded_has_its_rule_in_the_feed() throws Exception {
    Set<String> words = new TreeSet<>(Set.of("account")); // recorded, and never taken back
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tracker")) {
      if (type.isAssignableTo(Reversible.class)
          && !type.isInterface()
          && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
        Constructor<?> made = type.reflect().getDeclaredConstructor();
        made.setAccessible(true);
        words.add(((Reversible) made.newInstance()).entity());
      }
    }
    assertEquals(
        words,
        new TreeSet<>(Subject.WORDS),
        "Who sees changes of it? Add it to tracker.feed.Subject");
  }
}
