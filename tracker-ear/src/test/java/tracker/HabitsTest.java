package tracker;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time through the clock, words through the log, names without noise. */
class HabitsTest {
  /** Classes that may ask the system for the time, and why. */
  private static final Set<String> CLOCKS =
      Set.of(
          "tracker.shared.Clock", // is the clock
          "tracker.shared.Ids" // ids must grow even while a test moves the clock
          );

  private static final Set<String> TIME_CALLS =
      Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone", "tickMillis");

  @Test
  void only_the_clock_asks_for_the_time() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are neither the clock nor the launcher",
                (JavaClass type) ->
                    !CLOCKS.contains(House.outermost(type).getName()) && !isLauncher(type)))
        .should()
        .callMethodWhere(ASKS_THE_SYSTEM)
        .orShould()
        .callConstructor(Date.class)
        .because("a test moves the time by moving tracker.shared.Clock, and sees all of it move")
        .check(House.CLASSES);
  }

  @Test
  void beans_behind_a_proxy_lock_inside() {
    for (String scope : List.of("ApplicationScoped", "RequestScoped")) {
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith("jakarta.enterprise.context." + scope)
          .should()
          .haveModifier(JavaModifier.SYNCHRONIZED)
          .because("the proxy's method is synchronized too: who waits holds up all who ask it")
          .allowEmptyShould(false)
          .check(House.CLASSES);
    }
  }

  @Test
  void old_dates_stay_outside() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "do not talk to the token library",
                (JavaClass type) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .noneMatch(
                            to -> to.getTargetClass().getPackageName().startsWith("com.nimbusds"))))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Date.class, Calendar.class, java.text.DateFormat.class)
        .because("java.time says what it means; only the token library asks for java.util.Date")
        .check(House.CLASSES);
  }

  @Test
  void nobody_prints() {
    noClasses()
        .that(DescribedPredicate.describe("are not the launcher", type -> !isLauncher(type)))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("what the product has to say goes through the log, in one format")
        .check(House.CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Impl", "Util", "Utils", "Helper", "Helpers", "Manager", "Dto", "DTO", "Base"})
  void names_say_what_a_thing_is(String noise) {
    noClasses()
        .should()
        .haveSimpleNameEndingWith(noise)
        .because("a class that is only a " + noise + " has not found its noun yet")
        .check(House.CLASSES);
  }

  @Test
  void doors_have_no_interface_of_their_own() {
    classes()
        .that()
        .areInterfaces()
        .and()
        .resideInAPackage("tracker..")
        .should(BE_MORE_THAN_ONE_NAME)
        .because("an interface with one class behind is a name too many")
        .check(House.CLASSES);
  }

  @Test
  void tests_of_pages_wait_for_the_page_and_not_only_for_its_address() {
    noClasses()
        .should()
        .callMethodWhere(target(HasName.Predicates.name("hasURL")))
        .because(
            "the address is there before the scripts are, and a key pressed then is lost:"
                + " page.waitForURL waits until the page is loaded")
        .check(new ClassFileImporter().importPath("target/test-classes"));
  }

  private static boolean isLauncher(JavaClass type) {
    return type.getPackageName().startsWith("tracker.launch");
  }

  private static final DescribedPredicate<JavaCall<?>> ASKS_THE_SYSTEM =
      target(
              DescribedPredicate.describe(
                  "the system's time",
                  (com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget target) ->
                      TIME_CALLS.contains(target.getName())
                          && target.getRawParameterTypes().isEmpty()
                          && (target.getOwner().getPackageName().startsWith("java.time")
                              || target.getOwner().isEquivalentTo(System.class))))
          .forSubtype();

  private static final ArchCondition<JavaClass> BE_MORE_THAN_ONE_NAME =
      new ArchCondition<>("have no single class named after it") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          List<String> behind =
              type.getAllSubclasses().stream()
                  .map(JavaClass::getSimpleName)
                  .filter(
                      name ->
                          name.equals("Default" + type.getSimpleName())
                              || name.equals("Simple" + type.getSimpleName()))
                  .toList();
          if (!behind.isEmpty()) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " hides " + behind));
          }
        }
      };
}
