package tracker.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.Problem;
import tracker.shared.Sql;

class ProjectAccessDbTest {
  private final Sql sql = OnePostgres.sql();
  private final Caller stranger = Places.caller(Role.USER);
  private final Caller member = Places.caller(Role.USER);
  private final ProjectFound secret = Places.project(Visibility.PRIVATE);
  private final ProjectFound open = Places.project(Visibility.INTERNAL);

  private ProjectAccess access(Caller who) {
    return new ProjectAccess(sql, who);
  }

  private static String code(Runnable call) {
    return assertThrows(Problem.class, call::run).code().name();
  }

  @Test
  void a_private_project_looks_unknown_to_strangers() {
    assertEquals(
        "PROJECT_NOT_FOUND", code(() -> access(stranger).living(secret.key(), Reach.MANAGE)));
    assertTrue(access(stranger).any(secret.id()).isEmpty());
  }

  @Test
  void who_only_sees_is_forbidden_to_change() {
    Places.join(secret.id(), member, MemberRole.VIEWER);
    assertEquals("FORBIDDEN", code(() -> access(stranger).living(open.key(), Reach.MANAGE)));
    assertEquals("FORBIDDEN", code(() -> access(member).living(secret.key(), Reach.WORK)));
    assertEquals(Reach.SEE, access(member).living(secret.key(), Reach.SEE).reach());
  }

  @Test
  void a_key_is_found_in_any_case() {
    String lower = open.key().toLowerCase(Locale.ROOT);
    assertEquals(open.id(), access(stranger).living(lower, Reach.SEE).id());
    assertEquals(open.key(), access(stranger).living(open.id().toString(), Reach.SEE).key());
  }

  @Test
  void one_in_the_trash_is_found_only_where_that_is_asked_for() {
    sql.change("update task.project set deleted_at = now() where id = ?", open.id());
    Caller admin = Places.caller(Role.ADMIN);
    assertEquals("PROJECT_NOT_FOUND", code(() -> access(admin).living(open.key(), Reach.SEE)));
    assertTrue(access(admin).any(open.key()).orElseThrow().deleted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "GER?", "GER-1", "GER\u0000", "' or 1=1 --", "ЁЖ"})
  void what_is_neither_id_nor_key_is_not_found(String name) {
    assertEquals("PROJECT_NOT_FOUND", code(() -> access(stranger).living(name, Reach.SEE)));
  }

  @Test
  void an_id_of_nothing_is_not_found() {
    String id = Ids.next().toString();
    assertEquals("PROJECT_NOT_FOUND", code(() -> access(member).living(id, Reach.SEE)));
  }
}
