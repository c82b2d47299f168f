package tracker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
class StructureTest {
  /** The table of docs/architecture: a capability and those that it may use. */
  static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("shared", Set.of()),
              Map.entry("job", Set.of("shared")),
              Map.entry("identity", Set.of("shared")),
              Map.entry("journal", Set.of("shared", "identity", "job")),
              Map.entry("attachment", Set.of("shared", "identity", "journal", "job")),
              Map.entry("backup", Set.of("shared", "job", "attachment")),
              Map.entry("query", Set.of("shared")),
              Map.entry("filter", Set.of("shared", "identity", "journal", "query")),
              Map.entry("project", Set.of("shared", "identity", "journal")),
              Map.entry("workflow", Set.of("shared", "identity", "journal", "project")),
              Map.entry(
                  "work",
                  Set.of(
                      "shared",
                      "identity",
                      "journal",
                      "attachment",
                      "query",
                      "filter",
                      "project",
                      "workflow")),
              Map.entry("hotel", Set.of("shared", "identity", "journal", "project")),
              Map.entry("booking", Set.of("shared", "identity", "journal", "hotel")),
              Map.entry(
                  "stay",
                  Set.of(
                      "shared",
                      "identity",
                      "journal",
                      "hotel",
                      "booking",
                      "project",
                      "work",
                      "workflow")),
              Map.entry(
                  "calendar", Set.of("shared", "identity", "hotel", "booking", "work", "workflow")),
              Map.entry(
                  "image", Set.of("shared", "identity", "journal", "job", "attachment", "hotel")),
              Map.entry("bulk", Set.of("shared", "identity", "journal", "job", "work")),
              Map.entry(
                  "comment",
                  Set.of("shared", "identity", "journal", "project", "work", "workflow")),
              Map.entry(
                  "feed",
                  Set.of("shared", "identity", "project", "work", "workflow", "booking", "system")),
              Map.entry(
                  "link", Set.of("shared", "identity", "journal", "project", "work", "workflow")),
              Map.entry(
                  "search", Set.of("shared", "identity", "journal", "project", "work", "workflow")),
              Map.entry(
                  "demo",
                  Set.of("shared", "identity", "project", "work", "workflow", "hotel", "booking")),
              Map.entry(
                  "exchange",
                  Set.of("shared", "identity", "journal", "job", "project", "work", "workflow")),
              // its rows are those of others, its calls few
              Map.entry(
                  "parcel",
                  Set.of(
                      "shared",
                      "identity",
                      "journal",
                      "attachment",
                      "project",
                      "workflow",
                      "work")),
              Map.entry(
                  "report", Set.of("shared", "identity", "journal", "project", "work", "workflow")),
              Map.entry("notify", Set.of("shared", "identity", "job")),
              Map.entry(
                  "webhook",
                  Set.of(
                      "shared",
                      "identity",
                      "journal",
                      "job",
                      "feed",
                      "project",
                      "workflow",
                      "notify")),
              Map.entry(
                  "inbox",
                  Set.of("shared", "identity", "job", "feed", "work", "comment", "notify")),
              Map.entry(
                  "audit", Set.of("shared", "identity", "journal", "feed", "project", "work")),
              // what /health tells, and what the page of administrators shows
              Map.entry("system", Set.of("shared", "identity", "backup")),
              Map.entry("ops", Set.of("shared", "identity", "job", "notify", "system")),
              Map.entry("launch", Set.of("shared", "ops", "backup"))));

  static Stream<String> capabilities() {
    return MAY_USE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void a_capability_uses_only_those_that_the_table_allows(String capability) {
    Set<String> allowed = new TreeSet<>(MAY_USE.get(capability));
    allowed.add(capability);
    String[] packages =
        allowed.stream()
            .flatMap(word -> Stream.of("tracker." + word, "tracker." + word + ".."))
            .toArray(String[]::new);
    classes()
        .that(resideInAnyPackage("tracker." + capability))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages).or(resideOutsideOfPackage("tracker..")))
        .allowEmptyShould(true)
        .because("an arrow that is not in the table MAY_USE ties two capabilities together")
        .check(House.CLASSES);
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void rest_and_pages_of_a_capability_follow_the_same_table(String capability) {
    Set<String> allowed = new TreeSet<>(MAY_USE.get(capability));
    allowed.add(capability);
    // the edge of all capabilities speaks the caller's language and knows who is signed in
    allowed.addAll(Set.of("shared", "identity"));
    if (capability.equals("shared")) {
      // the frame around all pages counts my work and takes operations back
      allowed.addAll(Set.of("journal", "project", "work", "workflow"));
    }
    String[] packages =
        allowed.stream()
            .flatMap(word -> Stream.of("tracker." + word, "tracker." + word + ".."))
            .toArray(String[]::new);
    classes()
        .that(
            resideInAnyPackage(
                "tracker." + capability + ".rest..", "tracker." + capability + ".view.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages).or(resideOutsideOfPackage("tracker..")))
        .allowEmptyShould(true)
        .because("REST and pages stand over the doors that their capability may use")
        .check(House.CLASSES);
  }

  @Test
  void every_package_is_in_the_table() {
    Set<String> present =
        House.CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("tracker."))
            .map(name -> name.split("\\.")[1])
            .collect(Collectors.toCollection(TreeSet::new));
    present.removeAll(MAY_USE.keySet());
    assertEquals(Set.of(), present, "A new capability needs its line in MAY_USE");
  }

  @Test
  void doors_know_neither_rest_nor_pages() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..rest..", "..view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tracker..rest..", "tracker..view..")
        .because("both edges stand over the same doors, so doors cannot lean on one of them")
        .check(House.CLASSES);
  }

  @Test
  void rest_and_pages_do_not_know_each_other() {
    noClasses()
        .that()
        .resideInAPackage("..rest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tracker..view..")
        .allowEmptyShould(true)
        .because("REST must work without pages")
        .check(House.CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..view..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tracker..rest..")
        .allowEmptyShould(true)
        .because("pages call doors, never their own REST")
        .check(House.CLASSES);
  }

  @Test
  void packages_form_no_knots() {
    slices()
        .matching("tracker.(**)")
        .should()
        .beFreeOfCycles()
        .because("a knot of packages can only be understood and changed as a whole")
        .check(House.CLASSES);
  }

  @Test
  void only_the_product_knows_sql() {
    noClasses()
        .that()
        .resideInAnyPackage("..rest..", "..view..")
        .and()
        // turns what any layer throws into an answer, a lost database into 503
        .doNotHaveFullyQualifiedName("tracker.shared.rest.Refusals")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "jakarta.persistence..", "org.postgresql..")
        .allowEmptyShould(true)
        .because("SQL and JPA live behind the doors; edges see records")
        .check(House.CLASSES);
  }
}
