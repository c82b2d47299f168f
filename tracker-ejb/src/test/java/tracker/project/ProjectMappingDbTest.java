package tracker.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tracker.shared.Ids;
import tracker.shared.OneUnit;

/** The entity and its table agree. */
class ProjectMappingDbTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

  @Test
  void a_project_is_kept() {
    String key = Places.project(Visibility.PRIVATE).key() + "X";
    Project project = new Project(new NewProject(key, "P", null, null), Ids.next(), NOW);
    OneUnit.inTransaction(entities -> entities.persist(project));
    OneUnit.inTransaction(
        entities -> {
          Project found =
              entities.find(Project.class, project.id(), LockModeType.PESSIMISTIC_WRITE);
          assertEquals(project.fields(), found.fields());
        });
  }
}
