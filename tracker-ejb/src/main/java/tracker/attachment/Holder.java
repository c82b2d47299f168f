package tracker.attachment;

import java.util.Optional;
import java.util.UUID;
import tracker.identity.Reached;

/** A kind of thing that files hang on, such as tasks. A bean of this type is found by itself. */
public interface Holder {
  /** Its word, such as {@code task}; rows carry it. */
  String word();

  /** How far the caller reaches into the one with this id or key; refuses as its own door does. */
  Reached reach(String idOrKey);

  /** The same by id; empty where the caller does not see it. */
  Optional<Reached> maybeReach(UUID id);
}
