package tracker.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Journal;
import tracker.shared.Sql;

/**
 * Puts cards between others. Moves on one board wait for each other, so each finds the neighbours
 * as they are and no two cards get one place.
 */
@Dependent
class BoardPlaces {
  private static final String COLUMN =
      " from task.task where project_id = ? and status = ?"
          + " and status_name is not distinct from ?::text and deleted_at is null and id <> ?";

  @PersistenceContext private EntityManager entities;
  @Inject private Sql sql;
  @EJB private Journal journal;

  /** A card that stands in a column. */
  private record Card(UUID id, String rank) {}

  void lock(UUID project) {
    sql.alone("board " + project);
  }

  /**
   * Puts a task of a locked board below {@code after}, else above {@code before}, else at the end.
   * A neighbour that somebody took out of the column meanwhile counts as none.
   *
   * @param placed whether it has a place in its column, which it keeps without neighbours
   */
  void put(Task task, @Nullable UUID after, @Nullable UUID before, boolean placed) {
    Optional<Card> above = card(task, after);
    Optional<Card> below = card(task, before);
    if (above.isPresent()) {
      below = next(task, above.get(), ">", "");
    } else if (below.isPresent()) {
      above = next(task, below.get(), "<", " desc");
    } else if (placed) {
      return;
    } else {
      above = last(task);
    }
    String low = above.map(Card::rank).orElse(null);
    String high = below.map(Card::rank).orElse(null);
    boolean there =
        (low == null || low.compareTo(task.rank()) < 0)
            && (high == null || task.rank().compareTo(high) < 0);
    if (!there) {
      journal.record(List.of(task.stand(Rank.between(low, high))));
      entities.flush();
    }
  }

  private Optional<Card> card(Task task, @Nullable UUID id) {
    return id == null
        ? Optional.empty()
        : sql.first(
            "select id, rank" + COLUMN + " and id = ?",
            row -> new Card(row.getObject("id", UUID.class), row.getString("rank")),
            task.projectId(),
            task.standing().category(),
            task.standing().name(),
            task.id(),
            id);
  }

  private Optional<Card> next(Task task, Card from, String way, String order) {
    return sql.first(
        "select id, rank"
            + COLUMN
            + " and (rank, id) "
            + way
            + " (?, ?) order by rank"
            + order
            + ", id"
            + order
            + " limit 1",
        row -> new Card(row.getObject("id", UUID.class), row.getString("rank")),
        task.projectId(),
        task.standing().category(),
        task.standing().name(),
        task.id(),
        from.rank(),
        from.id());
  }

  private Optional<Card> last(Task task) {
    return sql.first(
        "select id, rank" + COLUMN + " order by rank desc, id desc limit 1",
        row -> new Card(row.getObject("id", UUID.class), row.getString("rank")),
        task.projectId(),
        task.standing().category(),
        task.standing().name(),
        task.id());
  }
}
