package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
import org.junit.jupiter.api.parallel.Isolated;
import tracker.attachment.Arrivals;
import tracker.attachment.AttachmentProblem;
import tracker.attachment.Attachments;
import tracker.attachment.Received;
import tracker.identity.Caller;
import tracker.identity.Role;
import tracker.job.Job;
import tracker.job.Jobs;
import tracker.journal.Journal;
import tracker.project.NewProject;
import tracker.project.ProjectChange;
import tracker.project.ProjectProblem;
import tracker.project.Projects;
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
@Isolated("runs a server of its own beside the product")
class DoorsContainerIT {
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Projects projects;
  @Inject private Tasks tasks;
  @Inject private Journal journal;
  @Inject private Jobs jobs;
  @Inject private Attachments attachments;
  @Inject private Arrivals arrivals;
  @Inject @Any private Instance<Job> kinds;

  @Deployment
  static WebArchive product() {
    return ShrinkWrap.create(ZipImporter.class, "tracker.war")
        .importFrom(new File("target/tracker.war"))
        .as(WebArchive.class)
        .addClass(DoorsContainerIT.class)
        .addClass(NotingJob.class);
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
        ProjectProblem.PROJECT_KEY_TAKEN,
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
  void no_statement_of_the_pool_goes_on_for_longer_than_30_seconds() throws Exception {
    String limit = "select setting::bigint from pg_settings where name = 'statement_timeout'";
    assertEquals(30_000, count(limit));
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

  @Test
  void a_job_is_done_where_its_transaction_commits_and_never_where_it_rolls_back()
      throws Exception {
    UserTransaction transaction =
        (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
    transaction.begin();
    jobs.add(NotingJob.KIND, "rolled back");
    transaction.rollback();
    transaction.begin();
    jobs.add(NotingJob.KIND, "committed");
    assertEquals(null, NotingJob.DONE.poll());
    transaction.commit();
    assertEquals("committed by nobody", NotingJob.DONE.poll(2, TimeUnit.MINUTES));
    assertEquals(
        0,
        count(
            "select count(*) from job.scheduled where convert_from(task_data, 'UTF8') = ?",
            "rolled back"));
    assertEquals(null, NotingJob.DONE.poll());
  }

  @Test
  void bytes_of_a_file_stay_only_where_its_row_does() throws Exception {
    signIn(Role.USER);
    String task = tasks.create(NewTask.titled("With files", null)).id().toString();
    UserTransaction transaction =
        (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
    transaction.begin();
    UUID gone = attachments.add("task", task, received("gone")).id();
    assertEquals(true, isStored(gone));
    transaction.rollback();
    assertEquals(false, isStored(gone));
    assertEquals(0, count("select count(*) from attachment.attachment where id = ?", gone));
    UUID kept = attachments.add("task", task, received("kept")).id();
    assertEquals(true, isStored(kept));
  }

  @Test
  void bytes_go_after_the_trash_and_after_the_row() throws Exception {
    signIn(Role.USER);
    String task = tasks.create(NewTask.titled("With files", null)).id().toString();
    UUID kept = attachments.add("task", task, received("kept")).id();
    UUID gone = attachments.add("task", task, received("gone")).id();
    attachments.delete(gone, null);
    clock.shift(Duration.ofDays(29));
    run("attachment.purge");
    run("attachment.sweep");
    assertEquals(true, isStored(gone));
    clock.shift(Duration.ofDays(31));
    run("attachment.purge");
    assertEquals(0, count("select count(*) from attachment.attachment where id = ?", gone));
    assertEquals(true, isStored(gone));
    run("attachment.sweep");
    assertEquals(false, isStored(gone));
    assertEquals(true, isStored(kept));
  }

  @Test
  void who_keeps_as_much_as_the_quota_allows_adds_no_more() throws Exception {
    signIn(Role.USER);
    String task = tasks.create(NewTask.titled("With files", null)).id().toString();
    attachments.add("task", task, received("a".repeat(1 << 20)));
    refuses(AttachmentProblem.QUOTA_EXCEEDED, () -> attachments.offer("task", task, 1));
    refuses(AttachmentProblem.QUOTA_EXCEEDED, () -> attachments.add("task", task, received("b")));
  }

  private Received received(String text) throws Exception {
    return arrivals.receive(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "notes.txt");
  }

  private void run(String kind) {
    kinds.stream().filter(job -> job.kind().equals(kind)).forEach(job -> job.run(""));
  }

  private static boolean isStored(UUID id) {
    String name = id.toString();
    Path folder = Path.of(System.getProperty("DATA_DIR"), "uploads", name.substring(34));
    return Files.exists(folder.resolve(name));
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
