package tracker.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import tracker.shared.Figures;

/** Whether this node hears at once what other nodes record; else it looks every two seconds. */
@ApplicationScoped
class Listening implements Figures {
  private volatile boolean now;

  void set(boolean hears) {
    now = hears;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "tracker_feed_listening",
            "1 where the feed hears the database, 0 where it has to look by itself",
            now ? 1 : 0));
  }
}
