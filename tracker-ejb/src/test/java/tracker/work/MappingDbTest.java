package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.identity.Role;
import tracker.project.Visibility;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;
import tracker.shared.OneUnit;
import tracker.workflow.Category;
import tracker.workflow.Standing;

/** Entities and tables agree: what is written comes back, null included. */
class MappingDbTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

  private static final Standing TODO = new Standing(Category.TODO, null, false);
  private static final Standing REVIEW = new Standing(Category.IN_PROGRESS, "Review", true);

  private final Rows rows = new Rows(OnePostgres.sql());

  private static TaskView read(UUID id) {
    return new TaskRows(OnePostgres.sql(), Rows.caller(Role.ADMIN)).written(id);
  }

  @Test
  void a_task_with_nothing_but_a_title_is_kept() {
    Task task =
        new Task(
            NewTask.titled(" Bare ", null),
            Task.Place.PERSONAL,
            TODO,
            personal(),
            null,
            Ids.next(),
            NOW);
    OneUnit.inTransaction(entities -> entities.persist(task));
    TaskView view = read(task.id());
    assertEquals("Bare", view.title());
    assertEquals(List.of(), view.refs());
    assertEquals(NOW, view.createdAt());
    assertEquals(1, view.version());
  }

  @Test
  void a_task_with_everything_comes_back_and_each_field_can_be_cleared() {
    Task.Place project = rows.project(Visibility.INTERNAL);
    UUID parent = rows.task(project, 1, "parent", null);
    Ref ref = new Ref("room", Ids.next());
    NewTask full =
        new NewTask(
            "Full",
            "words",
            "Review",
            Priority.HIGH,
            NOW,
            Ids.next(),
            null,
            null,
            null,
            "repair",
            List.of(ref));
    Task task = new Task(full, project, REVIEW, 2, parent, Ids.next(), NOW);
    OneUnit.inTransaction(entities -> entities.persist(task));
    TaskView view = read(task.id());
    assertEquals(project.key() + "-2", view.key());
    assertEquals("Review", view.status());
    assertEquals(Category.IN_PROGRESS, view.category());
    assertEquals(List.of(ref), view.refs());
    assertEquals(NOW, view.dueAt());
    assertEquals(parent, view.parentId());
    assertEquals(Priority.HIGH, view.priority());
    OneUnit.inTransaction(entities -> change(entities, task.id()));
    TaskView bare = read(task.id());
    assertEquals(null, bare.description());
    assertEquals(null, bare.dueAt());
    assertEquals(null, bare.assigneeId());
    assertEquals(null, bare.parentId());
    assertEquals(null, bare.projectId());
    assertEquals(List.of(), bare.refs());
    assertEquals("done", bare.status());
    assertEquals(2, bare.version());
    OneUnit.inTransaction(
        entities -> {
          Task again = entities.find(Task.class, task.id(), LockModeType.PESSIMISTIC_WRITE);
          assertEquals(null, again.projectId());
          assertEquals(null, again.parentId());
          assertEquals(null, again.assigneeId());
          again.rename("Read with nothing in it");
          again.lieUnder(parent);
        });
    assertEquals("Read with nothing in it", read(task.id()).title());
    assertEquals(parent, read(task.id()).parentId());
  }

  private void change(EntityManager entities, UUID id) {
    Task found = entities.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE);
    assertTrue(!found.isDeleted());
    found.describe(null);
    found.fallDue(null);
    found.assign(null);
    found.lieUnder(null);
    found.concern(List.of());
    found.enter(new Standing(Category.DONE, null, false), NOW);
    found.moveTo(Task.Place.PERSONAL, personal());
    found.touch(NOW);
  }

  private static long personal() {
    return new TaskNumbers(OnePostgres.sql()).take(Task.Place.PERSONAL, 1).next();
  }

  @Test
  void a_tag_is_kept() {
    String key = rows.project(Visibility.PRIVATE).key() + "X";
    Tag tag = new Tag(new NewTag("tag " + key, null), Ids.next());
    OneUnit.inTransaction(entities -> entities.persist(tag));
    OneUnit.inTransaction(
        entities -> {
          Tag same = entities.find(Tag.class, tag.view().id(), LockModeType.PESSIMISTIC_WRITE);
          assertEquals(tag.view(), same.view());
        });
  }
}
