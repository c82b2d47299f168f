package tracker.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.shared.Ids;

class ReachTest {
  @ParameterizedTest
  @CsvSource({
    "false, PRIVATE, , NONE",
    "false, INTERNAL, , SEE",
    "false, PRIVATE, VIEWER, SEE",
    "false, INTERNAL, VIEWER, SEE",
    "false, PRIVATE, MEMBER, WORK",
    "false, INTERNAL, MANAGER, MANAGE",
    "true, PRIVATE, , MANAGE",
    "true, PRIVATE, VIEWER, MANAGE"
  })
  void in_a_project_it_follows_from_role_and_visibility(
      boolean admin, Visibility visibility, @Nullable MemberRole role, Reach expected) {
    assertEquals(expected, Reach.inProject(admin, visibility, role));
  }

  @Test
  void outside_projects_creator_assignee_and_administrators_work() {
    UUID creator = Ids.next();
    UUID assignee = Ids.next();
    UUID stranger = Ids.next();
    assertEquals(Reach.WORK, Reach.inPersonal(false, creator, creator, null));
    assertEquals(Reach.WORK, Reach.inPersonal(false, assignee, creator, assignee));
    assertEquals(Reach.NONE, Reach.inPersonal(false, stranger, creator, assignee));
    assertEquals(Reach.WORK, Reach.inPersonal(true, stranger, creator, null));
  }

  @Test
  void each_step_covers_those_before_it() {
    assertTrue(Reach.MANAGE.covers(Reach.WORK));
    assertTrue(Reach.SEE.covers(Reach.SEE));
    assertFalse(Reach.SEE.covers(Reach.WORK));
    assertFalse(Reach.NONE.covers(Reach.SEE));
  }
}
