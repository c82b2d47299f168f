package tracker.inbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.feed.Happened;
import tracker.work.Tasks;

/** Whom events concern, and why: by the rights and wishes that people have now. */
@Dependent
class Whom {
  private final NoticeRows rows;
  private final Tasks tasks;

  @Inject
  Whom(NoticeRows rows, Tasks tasks) {
    this.rows = rows;
    this.tasks = tasks;
  }

  /**
   * Somebody who is told.
   *
   * @param event the only one where this holds; null: all of the task
   * @param since only what happened from then on; null: whenever
   * @param mail when it goes out by mail; null: not at all
   */
  record One(
      UUID task,
      UUID account,
      Reason reason,
      @Nullable UUID event,
      @Nullable Instant since,
      @Nullable MailMode mail) {
    /** One for one event alone. */
    static One ofEvent(Happened event, UUID account, Reason reason) {
      return new One(Told.task(event), account, reason, event.id(), null, null);
    }

    boolean concerns(Happened of) {
      Instant from = since;
      boolean meant = event == null ? Told.isForAll(of) : event.equals(of.id());
      return meant
          && (from == null || !of.first().at().isBefore(from))
          && !account.equals(of.first().actorId());
    }
  }

  /** All whom a part of the feed concerns. */
  record Concerned(Map<UUID, List<One>> byTask) {
    /** Those whom an event concerns, each by the strongest reason, without who did it. */
    Collection<One> by(Happened event) {
      Map<UUID, One> strongest = new LinkedHashMap<>();
      for (One one : byTask.getOrDefault(Told.task(event), List.of())) {
        if (one.concerns(event)) {
          strongest.merge(
              one.account(), one, (a, b) -> a.reason().compareTo(b.reason()) <= 0 ? a : b);
        }
      }
      return strongest.values();
    }
  }

  /**
   * Finds them with two statements, however many events there are.
   *
   * @param mentions whom each comment speaks to
   */
  Concerned of(List<Happened> events, Map<UUID, List<UUID>> mentions) {
    List<One> special = new ArrayList<>();
    for (Happened event : events) {
      UUID former = Told.former(event);
      if (former != null) {
        special.add(One.ofEvent(event, former, Reason.UNASSIGNED));
      }
      if (event.first().entity().equals("comment")) {
        mentions
            .getOrDefault(event.first().entityId(), List.of())
            .forEach(one -> special.add(One.ofEvent(event, one, Reason.MENTIONED)));
      }
    }
    return seeing(rows.concerned(events.stream().map(Told::task).distinct().toList(), special));
  }

  /** Those of them who see the task now. */
  Concerned seeing(List<One> all) {
    if (all.isEmpty()) {
      return new Concerned(Map.of());
    }
    Set<Tasks.Sight> asked = new HashSet<>();
    all.forEach(one -> asked.add(new Tasks.Sight(one.task(), one.account())));
    Set<Tasks.Sight> seen = tasks.seen(asked);
    Map<UUID, List<One>> byTask = new LinkedHashMap<>();
    for (One one : all) {
      if (seen.contains(new Tasks.Sight(one.task(), one.account()))) {
        byTask.computeIfAbsent(one.task(), id -> new ArrayList<>()).add(one);
      }
    }
    return new Concerned(byTask);
  }
}
