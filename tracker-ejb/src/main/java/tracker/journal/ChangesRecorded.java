package tracker.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.shared.Sql;

/**
 * Changes are recorded, in the transaction that it is fired in. What follows from them in the
 * database goes along with their entries in one round trip.
 */
public final class ChangesRecorded {
  private final List<Change> changes;
  private final List<Sql.Call> along = new ArrayList<>();

  public ChangesRecorded(List<Change> changes) {
    this.changes = List.copyOf(changes);
  }

  public List<Change> changes() {
    return changes;
  }

  /** Sends this statement, whose rows nobody reads, right behind the entries. */
  public void also(String sql, @Nullable Object... args) {
    along.add(new Sql.Call(sql, args));
  }

  public List<Sql.Call> along() {
    return along;
  }
}
