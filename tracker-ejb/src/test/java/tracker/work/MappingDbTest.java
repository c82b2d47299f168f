package tracker.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tracker.identity.Role;
import tracker.shared.Ids;
import tracker.shared.OnePostgres;

/** Entities and tables agree: what is written comes back, null included. */
class MappingDbTest {
  private static final EntityManagerFactory FACTORY =
      new PersistenceProvider()
          .createEntityManagerFactory(
              "test",
              Map.of(
                  PersistenceUnitProperties.ECLIPSELINK_PERSISTENCE_XML,
                  "META-INF/persistence-test.xml",
                  PersistenceUnitProperties.NON_JTA_DATASOURCE,
                  OnePostgres.source()));
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

  private final Rows rows = new Rows(OnePostgres.sql());

  @AfterAll
  static void close() {
    FACTORY.close();
  }

  private static void inTransaction(Consumer<EntityManager> work) {
    try (EntityManager entities = FACTORY.createEntityManager()) {
      entities.getTransaction().begin();
      work.accept(entities);
      entities.getTransaction().commit();
    }
  }

  private static TaskView read(UUID id) {
    return new TaskRows(OnePostgres.sql(), Rows.caller(Role.ADMIN)).written(id);
  }

  @Test
  void a_task_with_nothing_but_a_title_is_kept() {
    Task task =
        new Task(
            NewTask.titled(" Bare ", null), Task.Place.PERSONAL, personal(), null, Ids.next(), NOW);
    inTransaction(entities -> entities.persist(task));
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
            Status.IN_PROGRESS,
            Priority.HIGH,
            NOW,
            Ids.next(),
            null,
            null,
            null,
            "repair",
            List.of(ref));
    Task task = new Task(full, project, 2, parent, Ids.next(), NOW);
    inTransaction(entities -> entities.persist(task));
    TaskView view = read(task.id());
    assertEquals(project.key() + "-2", view.key());
    assertEquals(List.of(ref), view.refs());
    assertEquals(NOW, view.dueAt());
    assertEquals(parent, view.parentId());
    assertEquals(Priority.HIGH, view.priority());
    inTransaction(entities -> change(entities, task.id()));
    TaskView bare = read(task.id());
    assertEquals(null, bare.description());
    assertEquals(null, bare.dueAt());
    assertEquals(null, bare.assigneeId());
    assertEquals(null, bare.parentId());
    assertEquals(null, bare.projectId());
    assertEquals(List.of(), bare.refs());
    assertEquals(Status.DONE, bare.status());
    assertEquals(2, bare.version());
    inTransaction(
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
    found.enter(Status.DONE, NOW);
    found.moveTo(Task.Place.PERSONAL, personal());
    found.touch(NOW);
  }

  private static long personal() {
    return new TaskNumbers(OnePostgres.sql()).take(Task.Place.PERSONAL, 1).next();
  }

  @Test
  void a_project_and_a_tag_are_kept() {
    String key = rows.project(Visibility.PRIVATE).key() + "X";
    Project project = new Project(new NewProject(key, "P", null, null), Ids.next(), NOW);
    Tag tag = new Tag(new NewTag("tag " + key, null), Ids.next());
    inTransaction(
        entities -> {
          entities.persist(project);
          entities.persist(tag);
        });
    inTransaction(
        entities -> {
          Project found =
              entities.find(Project.class, project.id(), LockModeType.PESSIMISTIC_WRITE);
          assertEquals(project.fields(), found.fields());
          Tag same = entities.find(Tag.class, tag.view().id(), LockModeType.PESSIMISTIC_WRITE);
          assertEquals(tag.view(), same.view());
        });
  }
}
