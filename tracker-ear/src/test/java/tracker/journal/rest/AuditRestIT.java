package tracker.journal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Database;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Nobody alters the past unseen. */
class AuditRestIT {
  private final Person anna = People.named("Anna Weber");

  @Test
  void only_an_administrator_may_ask_for_the_proof() {
    anna.rest().get("/api/admin/audit/verify").refuses(403, "FORBIDDEN");
  }

  @Test
  void a_row_that_sql_changed_is_found() {
    Project project = Work.project(anna);
    Answer task = Work.task(anna, project, "Honest title");
    anna.rest()
        .patch("/api/tasks/" + task.field("key"), Map.of("title", "Changed by hand"))
        .is(200);
    Answer before = People.admin().rest().get("/api/admin/audit/verify").is(200);
    assertTrue(before.at("/valid").asBoolean(), before::toString);
    assertTrue(before.at("/checked").asLong() > 0, before::toString);

    Database database = Database.shared();
    database.change("alter table journal.change disable trigger user");
    try {
      String row =
          " where field = 'title' and old is not null and entity_id = '" + task.field("id") + "'";
      assertEquals(1, database.change("update journal.change set new = '\"Forged\"'" + row));
      Answer forged = People.admin().rest().get("/api/admin/audit/verify").is(200);
      assertFalse(forged.at("/valid").asBoolean(), forged::toString);
      assertEquals(
          database.column("select id from journal.change" + row).get(0), forged.field("first_bad"));
      database.change("update journal.change set new = '\"Changed by hand\"'" + row);
    } finally {
      database.change("alter table journal.change enable trigger user");
    }
    Answer healed = People.admin().rest().get("/api/admin/audit/verify").is(200);
    assertTrue(healed.at("/valid").asBoolean(), healed::toString);
  }

  @Test
  void the_database_itself_refuses_to_change_the_past() {
    Work.project(anna);
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> Database.shared().change("delete from journal.change"));
    assertTrue(String.valueOf(refused.getCause()).contains("append-only"), refused::toString);
  }
}
