package tracker.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tracker.project.MemberRole;
import tracker.project.Reach;
import tracker.shared.Problem;

class WorkflowTest {
  private static final Status BACKLOG = new Status("Backlog", Category.TODO, null);
  private static final Status DOING = new Status("Doing", Category.IN_PROGRESS, 3);
  private static final Status REVIEW = new Status("Review", Category.IN_PROGRESS, null);
  private static final Status DONE = new Status("done", Category.DONE, null);
  private static final Workflow OWN =
      new Workflow(
          List.of(BACKLOG, DOING, REVIEW, DONE),
          List.of(
              new Transition("Backlog", "Doing", null, null),
              new Transition("Doing", "Review", List.of(), List.of("assignee_id")),
              new Transition("Review", "done", List.of(MemberRole.MANAGER), null),
              new Transition("*", "Backlog", null, null)));

  @Test
  void a_word_is_a_name_in_any_case_or_a_category_whose_first_status_it_means() {
    assertEquals(Optional.of(REVIEW), OWN.find("review"));
    assertEquals(Optional.of(DOING), OWN.find("in_progress"));
    assertEquals(Optional.of(BACKLOG), OWN.find("TODO"));
    assertEquals(Optional.empty(), OWN.find("Testing"));
  }

  @Test
  void the_words_of_categories_mean_something_in_every_project() {
    Status canceled = OWN.find("canceled").orElseThrow();
    assertEquals(Category.CANCELED, canceled.category());
    assertEquals(new Standing(Category.CANCELED, null, false), OWN.standing(canceled));
    assertEquals(5, OWN.all().size());
    assertEquals(4, Workflow.USUAL.all().size());
  }

  @Test
  void the_first_status_of_a_category_is_written_as_its_category_and_further_ones_by_name() {
    assertEquals("in_progress", OWN.standing(DOING).word());
    assertEquals("Review", OWN.standing(REVIEW).word());
    assertEquals("done", OWN.standing(DONE).word());
    for (Status one : OWN.all()) {
      assertEquals(one, OWN.at(OWN.standing(one)));
      assertEquals(Optional.of(one), OWN.find(OWN.standing(one).word()));
    }
  }

  @Test
  void what_stands_in_a_status_that_is_not_there_stands_in_the_first_of_its_category() {
    assertEquals(DOING, OWN.at(new Standing(Category.IN_PROGRESS, "Testing", true)));
    assertEquals(BACKLOG, OWN.at(new Standing(Category.TODO, null, false)));
  }

  @Test
  void only_the_named_ways_may_be_taken_and_all_where_none_is_named() {
    assertTrue(OWN.way(BACKLOG, DOING).isPresent());
    assertTrue(OWN.way(REVIEW, BACKLOG).isPresent());
    assertTrue(OWN.way(BACKLOG, DONE).isEmpty());
    assertEquals(List.of(BACKLOG, REVIEW), OWN.next(DOING));
    assertTrue(Workflow.USUAL.way(DONE, Status.of(Category.TODO)).isPresent());
  }

  @Test
  void managers_may_take_every_way_and_members_those_that_are_not_kept_from_them() {
    assertEquals(Reach.MANAGE, OWN.way(REVIEW, DONE).orElseThrow().needed());
    assertEquals(Reach.WORK, OWN.way(BACKLOG, DOING).orElseThrow().needed());
    List<MemberRole> both = List.of(MemberRole.MEMBER, MemberRole.MANAGER);
    assertEquals(Reach.WORK, new Transition("a", "b", both, null).needed());
  }

  private static void refuses(String field, List<Status> statuses, List<Transition> transitions) {
    NewWorkflow wanted = new NewWorkflow(statuses, transitions, null);
    Problem refused = assertThrows(Problem.class, () -> Sound.of(wanted));
    assertEquals(422, refused.code().status());
    assertEquals(Set.of(field), refused.fields().keySet());
  }

  @Test
  void rules_that_do_not_hold_together_are_refused_by_place() {
    refuses(
        "statuses[1].name", List.of(DONE, new Status(" DONE ", Category.DONE, null)), List.of());
    refuses("statuses[0].name", List.of(new Status("todo", Category.DONE, null)), List.of());
    refuses("statuses[0].name", List.of(new Status("  ", Category.DONE, null)), List.of());
    refuses("statuses[0].name", List.of(new Status("*", Category.DONE, null)), List.of());
    List<Status> two = List.of(BACKLOG, DONE);
    refuses("transitions[0].to", two, List.of(new Transition("Backlog", "Review", null, null)));
    refuses("transitions[0].from", two, List.of(new Transition("Review", "done", null, null)));
    refuses("transitions[0]", two, List.of(new Transition("done", "DONE", null, null)));
    Transition way = new Transition("backlog", "done", null, null);
    refuses("transitions[1]", two, List.of(way, new Transition("todo", "done", null, null)));
    refuses(
        "transitions[0].roles",
        two,
        List.of(new Transition("Backlog", "done", List.of(MemberRole.VIEWER), null)));
    refuses(
        "transitions[0].required",
        two,
        List.of(new Transition("Backlog", "done", null, List.of("title"))));
  }

  @Test
  void names_are_kept_as_their_statuses_write_them() {
    Workflow kept =
        Sound.of(
            new NewWorkflow(
                List.of(new Status(" Backlog ", Category.TODO, null), DONE),
                List.of(new Transition("BACKLOG", "done", null, null)),
                null));
    assertEquals("Backlog", kept.statuses().get(0).name());
    assertEquals("Backlog", kept.transitions().get(0).from());
  }
}
