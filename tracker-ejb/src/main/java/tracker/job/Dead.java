package tracker.job;

import com.github.kagkarlsson.scheduler.task.Execution;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Sql;

/** Jobs that failed each time. */
@Dependent
class Dead {
  private final Sql sql;
  private final Clock clock;

  @Inject
  Dead(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Keeps one; nothing where it is kept already. */
  void keep(Execution job, int tries, @Nullable Throwable cause) {
    sql.change(
        "insert into job.dead (id, kind, about, tries, error, died_at) values (?, ?, ?, ?, ?, ?)"
            + " on conflict (id) do nothing",
        Ids.parse(job.taskInstance.getId()),
        job.getTaskName(),
        job.taskInstance.getData(),
        tries,
        Notes.words(cause),
        clock.now());
  }

  /** The kind of one, where it is a dead one. */
  Optional<String> kind(UUID id) {
    return sql.first("select kind from job.dead where id = ?", row -> row.getString(1), id);
  }

  /** Lets one wait again, with all its tries before it; whether it was dead. */
  boolean wake(UUID id) {
    return sql.change(
            "with woken as (delete from job.dead where id = ? returning id, kind, about)"
                + " insert into job.scheduled (task_name, task_instance, task_data,"
                + " execution_time, picked, version, added_at)"
                + " select kind, id::text, convert_to(about, 'UTF8'), ?, false, 1, ? from woken",
            id,
            clock.now(),
            clock.now())
        > 0;
  }

  /** Forgets one; whether it was dead. */
  boolean drop(UUID id) {
    return sql.change("delete from job.dead where id = ?", id) > 0;
  }
}
