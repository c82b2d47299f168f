package tracker.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.shared.OnePostgres;
import tracker.shared.Sql;

class ProjectRowsDbTest {
  private final Sql sql = OnePostgres.sql();

  @Test
  void ones_own_projects_are_chosen_from_first_whatever_their_names() {
    Caller caller = Places.caller(Role.USER);
    Places.project(Visibility.INTERNAL);
    Places.project(Visibility.PRIVATE);
    ProjectFound own = Places.project(Visibility.PRIVATE);
    ProjectFound viewed = Places.project(Visibility.INTERNAL);
    Places.join(viewed.id(), caller, MemberRole.VIEWER);
    Places.join(own.id(), caller, MemberRole.MEMBER);
    List<ProjectChoice> found = new ProjectRows(sql, caller).ownFirst("", 3);
    assertEquals(
        List.of(own.key(), viewed.key()), found.stream().map(ProjectChoice::key).limit(2).toList());
    assertEquals(Visibility.INTERNAL, found.get(2).visibility());
  }

  @Test
  void any_of_many_is_found_by_a_part_of_its_key_or_name() {
    Caller caller = Places.caller(Role.USER);
    ProjectFound own = Places.project(Visibility.PRIVATE);
    Places.join(own.id(), caller, MemberRole.MEMBER);
    ProjectRows rows = new ProjectRows(sql, caller);
    String part = own.key().substring(1).toLowerCase(java.util.Locale.ROOT);
    assertEquals(
        List.of(own.key()), rows.ownFirst(part, 3).stream().map(ProjectChoice::key).toList());
    assertEquals(List.of(), rows.ownFirst("%", 3));
  }

  @Test
  void of_more_than_fit_the_newest_are_chosen_from_by_name() {
    Caller caller = Places.caller(Role.USER);
    ProjectFound first = Places.project(Visibility.PRIVATE);
    ProjectFound second = Places.project(Visibility.PRIVATE);
    ProjectFound third = Places.project(Visibility.PRIVATE);
    for (ProjectFound one : List.of(first, second, third)) {
      Places.join(one.id(), caller, MemberRole.MEMBER);
    }
    sql.change(
        "update task.project set created_at = created_at - interval '1 day' where id = ?",
        second.id());
    assertEquals(
        List.of(first.key(), third.key()),
        new ProjectRows(sql, caller).ownFirst("", 2).stream().map(ProjectChoice::key).toList());
  }
}
