package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import tracker.attachment.Holder;
import tracker.identity.Reached;

/** Files hang on tasks. */
@Dependent
class TaskFiles implements Holder {
  @Inject private Tasks tasks;

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
