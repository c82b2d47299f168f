package tracker.stay;

import java.util.UUID;
import tracker.work.Ref;

/** What tasks are about here. */
final class Things {
  private Things() {}

  static Ref room(UUID id) {
    return new Ref("room", id);
  }

  static Ref booking(UUID id) {
    return new Ref("booking", id);
  }
}
