package tracker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.junit.jupiter.api.Test;
import tracker.identity.Allowed;
import tracker.identity.Right;

/** Doors declare their right, entities stay inside. */
class DoorsTest {
  @Test
  void entities_are_closed() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .bePackagePrivate()
        .allowEmptyShould(true)
        .because("only its own capability changes an entity; others get records from the door")
        .check(House.CLASSES);
  }

  @Test
  void each_public_method_of_a_door_declares_its_right() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(DOORS)
        .and()
        .areNotStatic()
        .should()
        .beAnnotatedWith(Allowed.class)
        .because("a method without a right would be open to everybody who can reach it")
        .check(House.CLASSES);
  }

  @Test
  void doors_do_not_hand_out_entities() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(DOORS)
        .should(
            new ArchCondition<JavaMethod>("hand out no entity") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                method.getReturnType().getAllInvolvedRawTypes().stream()
                    .filter(type -> type.isAnnotatedWith(Entity.class))
                    .forEach(
                        type ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    method, method.getFullName() + " returns " + type.getName())));
              }
            })
        .because("records are the only thing that leaves a door")
        .check(House.CLASSES);
  }

  @Test
  void resources_and_pages_leave_internal_methods_alone() {
    noClasses()
        .that()
        .resideInAnyPackage("..rest..", "..view..")
        .and(NOT_THE_EDGE)
        .should()
        .callMethodWhere(IS_INTERNAL)
        .allowEmptyShould(true)
        .because("Right.INTERNAL checks nothing: it is for other doors, jobs and the edge itself")
        .check(House.CLASSES);
  }

  @Test
  void beans_of_the_product_are_not_doors_by_accident() {
    noClasses()
        .that()
        .resideInAnyPackage("..rest..", "..view..")
        .should()
        .beAnnotatedWith(Stateless.class)
        .orShould()
        .beAnnotatedWith(Singleton.class)
        .allowEmptyShould(true)
        .because("use cases and their transactions belong to the capability in tracker-ejb")
        .check(House.CLASSES);
  }

  private static final DescribedPredicate<JavaClass> DOORS =
      DescribedPredicate.describe(
          "are doors",
          type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class));

  @Test
  void doors_are_asked_for_with_ejb_wherever_a_request_passes() {
    fields()
        .that()
        .haveRawType(DOORS)
        .and()
        .areAnnotatedWith(Inject.class)
        .should()
        .beDeclaredInClassesThat()
        .resideInAPackage("..view..")
        .because(
            "CDI looks a session bean up anew with each call, by way of an exception"
                + " (docs/decisions/0184)")
        .allowEmptyShould(true)
        .check(House.CLASSES);
  }

  /** Filters run before any door and establish who calls. */
  private static final DescribedPredicate<JavaClass> NOT_THE_EDGE =
      DescribedPredicate.describe(
          "are not filters or servlets",
          type -> {
            JavaClass outer = House.outermost(type);
            return !outer.isAssignableTo(Filter.class)
                && !outer.isAssignableTo(HttpServlet.class)
                && !outer.isAssignableTo(ContainerRequestFilter.class)
                && !outer.isAssignableTo(ContainerResponseFilter.class);
          });

  private static final DescribedPredicate<JavaMethodCall> IS_INTERNAL =
      DescribedPredicate.describe(
          "the target has Right.INTERNAL",
          call ->
              call.getTarget()
                  .resolveMember()
                  .flatMap(method -> method.tryGetAnnotationOfType(Allowed.class))
                  .map(allowed -> allowed.value() == Right.INTERNAL)
                  .orElse(false));
}
