package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.PageAsk;
import tracker.shared.Problem;

/**
 * Doors inside the server: transactions and rights as the container applies them. One class, so
 * that the WAR is deployed once.
 */
@ExtendWith(ArquillianExtension.class)
class DoorsContainerIT {
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Projects projects;
  @Inject private Tasks tasks;
  @Inject private Journal journal;

  @Deployment
  static WebArchive product() {
    return ShrinkWrap.create(ZipImporter.class, "tracker.war")
        .importFrom(new File("target/tracker.war"))
        .as(WebArchive.class)
        .addClass(DoorsContainerIT.class);
  }

  @AfterEach
  void set_the_clock_back() {
    if (clock != null) {
      clock.shift(Duration.ZERO);
    }
  }

  @Test
  void a_refusal_takes_back_all_that_its_transaction_did_and_recorded() throws Exception {
    signIn(Role.USER);
    String key = aKey();
    projects.create(new NewProject(aKey(), "Taken", null, null));
    long changes = count("select count(*) from journal.change");
    UserTransaction transaction =
        (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
    transaction.begin();
    projects.create(new NewProject(key, "Soon gone", null, null));
    tasks.create(NewTask.titled("Soon gone", key));
    refuses(
        WorkProblem.PROJECT_KEY_TAKEN,
        () -> projects.create(new NewProject(key, "Twice", null, null)));
    assertEquals(Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
    transaction.rollback();
    assertEquals(0, count("select count(*) from task.project where key = ?", key));
    assertEquals(changes, count("select count(*) from journal.change"));
  }

  @Test
  void of_a_batch_with_a_bad_row_nothing_stays() throws Exception {
    signIn(Role.USER);
    String key = aKey();
    projects.create(new NewProject(key, "All or nothing", null, null));
    long changes = count("select count(*) from journal.change");
    refuses(
        CommonProblem.VALIDATION_ERROR,
        () ->
            tasks.createAll(
                java.util.List.of(NewTask.titled("Good", key), NewTask.titled("", key))));
    assertEquals(0, tasks.list(TaskAsk.all(), PageAsk.first(1)).total());
    assertEquals(changes, count("select count(*) from journal.change"));
  }

  @Test
  void a_stranger_is_refused_before_the_door_opens() {
    refuses(CommonProblem.UNAUTHENTICATED, () -> projects.list(PageAsk.first(1)));
    refuses(CommonProblem.UNAUTHENTICATED, () -> tasks.create(NewTask.titled("Mine", null)));
    refuses(CommonProblem.UNAUTHENTICATED, journal::verify);
  }

  @Test
  void what_administrators_may_is_forbidden_to_users() {
    signIn(Role.USER);
    refuses(CommonProblem.FORBIDDEN, journal::verify);
  }

  @Test
  void an_administrator_passes() {
    signIn(Role.ADMIN);
    assertEquals(true, journal.verify().valid());
  }

  @Test
  void an_operation_can_be_taken_back_for_24_hours_and_no_longer() {
    signIn(Role.USER);
    String key = aKey();
    projects.create(new NewProject(key, "Yesterday", null, null));
    caller.newOperation();
    UUID renamed = caller.operation();
    projects.change(key, new ProjectChange(Optional.of("Renamed"), null, null), null);
    clock.shift(Duration.ofHours(25));
    assertThrows(Problem.class, () -> journal.undo(renamed));
    assertEquals("Renamed", projects.one(key).name());
    clock.shift(Duration.ofHours(23));
    journal.undo(renamed);
    assertEquals("Yesterday", projects.one(key).name());
  }

  private void signIn(Role role) {
    caller.signIn(new Caller.SignedIn(Ids.next(), "Container", role, Ids.next(), null, null));
  }

  private static void refuses(Problem.Code code, Executable call) {
    assertEquals(code, assertThrows(Problem.class, call).code());
  }

  private static String aKey() {
    return "C"
        + Long.toString(Ids.next().getLeastSignificantBits() & 0xffffffffL, 36)
            .toUpperCase(java.util.Locale.ROOT);
  }

  private static long count(String sql, Object... args) throws Exception {
    DataSource source = (DataSource) new InitialContext().lookup("java:app/jdbc/gerask");
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < args.length; i++) {
        statement.setObject(i + 1, args[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
