package tracker.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.job.Job;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Sql;

/**
 * Removes bytes that no row is about: of purged files, of calls that were killed on their way. What
 * is younger than a day may still be on its way and stays.
 */
@Dependent
class Sweep implements Job {
  private static final Logger LOG = Logger.getLogger(Sweep.class.getName());
  private static final Duration YOUNG = Duration.ofDays(1);
  private static final int PORTION = 1_000;

  @Inject private Stores stores;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return "attachment.sweep";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(12);
  }

  @Override
  public void run(String about) {
    Instant old = clock.now().minus(YOUNG);
    for (Path arrival : Folder.entries(stores.settings().arrivals())) {
      if (Folder.isOlder(arrival, old)) {
        remove(arrival);
      }
    }
    List<String> names = new ArrayList<>();
    stores
        .store()
        .eachBefore(
            old,
            name -> {
              names.add(name);
              if (names.size() == PORTION) {
                sweep(names);
              }
            });
    sweep(names);
  }

  private static void remove(Path arrival) {
    try {
      Files.deleteIfExists(arrival);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes those of these without a row, and empties the list. */
  private void sweep(List<String> names) {
    List<UUID> ids = names.stream().map(Sweep::id).filter(Objects::nonNull).distinct().toList();
    Set<UUID> known = new HashSet<>();
    if (!ids.isEmpty()) {
      known.addAll(
          sql.list(
              "select id from attachment.attachment where id = any(?)",
              row -> row.getObject(1, UUID.class),
              ids));
    }
    for (String name : names) {
      UUID id = id(name);
      // a name that is none of ours is not ours to remove
      if (id != null && !known.contains(id)) {
        stores.store().remove(name);
        LOG.log(Level.INFO, "Removed {0}, which no row is about", name);
      }
    }
    names.clear();
  }

  private static @Nullable UUID id(String name) {
    return Ids.parse(name.replace(".preview", ""));
  }
}
