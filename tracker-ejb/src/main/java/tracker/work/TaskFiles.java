package tracker.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import java.util.UUID;
import tracker.attachment.Holder;
import tracker.identity.Reached;

/** Files hang on tasks. */
@Dependent
class TaskFiles implements Holder {
  @EJB private Tasks tasks;

  @Override
  public String word() {
    return "task";
  }

  @Override
  public Reached reach(String idOrKey) {
    return tasks.reach(idOrKey);
  }

  @Override
  public Optional<Reached> maybeReach(UUID id) {
    return tasks.maybeReach(id.toString());
  }
}
