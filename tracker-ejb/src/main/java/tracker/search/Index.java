package tracker.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tracker.journal.Arrived;
import tracker.journal.ChangesRecorded;
import tracker.shared.Sql;

/**
 * Keeps the words that are searched in step with what is recorded, in the same transaction. Trash
 * and moves need nothing: a search joins the words with what lives, and reads keys from there.
 */
@ApplicationScoped
public class Index {
  /** The fields by entity whose change changes words. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "task", Set.of("created", "title", "description"),
          "comment", Set.of("created", "body"),
          "attachment", Set.of("created", "name"));

  private static final String RENEW = "select search.renew(?) is null";

  @Inject private Sql sql;

  protected Index() {}

  /** For tests without a container. */
  public Index(Sql sql) {
    this.sql = sql;
  }

  void hear(@Observes ChangesRecorded recorded) {
    List<UUID> changed =
        recorded.changes().stream()
            .filter(one -> WORDS.getOrDefault(one.entity(), Set.of()).contains(one.field()))
            .map(one -> one.id())
            .distinct()
            .toList();
    if (!changed.isEmpty()) {
      recorded.also(RENEW, changed);
    }
  }

  void hear(@Observes Arrived arrived) {
    renew(arrived.ids());
  }

  /** Reads the words of these tasks, comments and files anew. */
  void renew(List<UUID> ids) {
    sql.list(RENEW, row -> row.getBoolean(1), ids);
  }

  /** Reads all words anew and drops those of things that are gone for good. */
  void rebuild() {
    sql.change("delete from search.document");
    sql.change("delete from search.word");
    sql.list(
        "select search.renew(array(select id from task.task union all"
            + " select id from comment.comment union all"
            + " select id from attachment.attachment)) is null",
        row -> row.getBoolean(1));
  }
}
