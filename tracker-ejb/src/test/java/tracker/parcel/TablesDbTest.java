package tracker.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tracker.shared.OnePostgres;

/** Whoever adds a table about projects or tasks decides whether it goes along with a project. */
class TablesDbTest {
  /** Those whose rows are in the document. */
  private static final Set<String> GO =
      Set.of(
          "attachment.attachment",
          "comment.comment",
          "comment.mention",
          "journal.change",
          "journal.head",
          "link.link",
          "report.step",
          "task.member",
          "task.task",
          "task.task_tag",
          "workflow.workflow");

  /** Those whose rows stay, or are made anew. */
  private static final Set<String> STAY =
      Set.of(
          "booking.booking", // who sleeps where is of this instance
          "booking.closure",
          "bulk.task", // of a job that runs here
          "exchange.intake", // of a job that runs here
          "exchange.line",
          "exchange.origin", // which files of other trackers came in here
          "exchange.reading",
          "inbox.notice", // what people were told here
          "inbox.standing",
          "hotel.hotel",
          "image.image",
          "search.document", // follows from what comes
          "task.key_alias", // keys of projects that are here
          "webhook.webhook" // whom this instance tells
          );

  @Test
  void each_table_about_a_project_or_its_tasks_goes_along_or_stays_for_a_reason() {
    Set<String> found =
        new TreeSet<>(
            OnePostgres.sql()
                .list(
                    "select distinct table_schema || '.' || table_name"
                        + " from information_schema.columns where table_schema not in"
                        + " ('information_schema', 'pg_catalog') and column_name in ('project_id',"
                        + " 'task_id', 'holder_id', 'comment_id', 'from_id', 'entity_id')",
                    row -> row.getString(1)));
    Set<String> known = new TreeSet<>(GO);
    known.addAll(STAY);
    assertEquals(known, found);
  }
}
