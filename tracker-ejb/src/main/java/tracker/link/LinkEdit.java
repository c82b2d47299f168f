package tracker.link;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.identity.Reached;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.work.TaskName;
import tracker.work.Tasks;
import tracker.work.Tied;

/**
 * Writes links: proves that they may be, and records them with both of their tasks. The history of
 * a task says what a link is, not to which task it leads: not everybody who reads it sees both.
 */
@Dependent
class LinkEdit {
  /** More would be a tag, not a link. */
  private static final int MOST = 500;

  private static final String HIDDEN = "…";

  @PersistenceContext private EntityManager entities;
  @Inject private LinkRows rows;
  @EJB private Tasks tasks;
  @Inject private Caller caller;
  @EJB private Journal journal;
  @Inject private Clock clock;

  UUID create(LinkType type, Reached from, Reached to) {
    prove(type, from.id(), to.id());
    Link link = new Link(type, from.id(), to.id(), caller.id(), clock.now());
    entities.persist(link);
    entities.flush();
    record(link, link.created(scope(from, to)), from, to, true);
    return link.id();
  }

  /** The row for writing, deleted or not. */
  Optional<Link> locked(UUID id) {
    return Optional.ofNullable(entities.find(Link.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Takes it away, or brings it back where it still may be. */
  void delete(Link link, boolean gone, Reached from, Reached to) {
    if (!gone) {
      prove(link.type(), from.id(), to.id());
    }
    Change change = link.delete(gone, scope(from, to), clock.now());
    entities.flush();
    record(link, change, from, to, !gone);
  }

  // writers of a type wait for each other here, so what is read next stays true until the commit
  private void prove(LinkType type, UUID from, UUID to) {
    rows.lock(type);
    if (rows.exists(type, from, to)) {
      throw Problem.of(LinkProblem.LINK_EXISTS).field("task_id", "problem.LINK_EXISTS");
    }
    if (rows.most(from, to) >= MOST) {
      throw Problem.of(LinkProblem.TOO_MANY_LINKS, MOST);
    }
    if (type.isOrder()) {
      List<UUID> circle = Circle.closedBy(new Circle.Step(from, to), rows.stepsFrom(type, to));
      if (!circle.isEmpty()) {
        String path = path(circle);
        throw Problem.of(LinkProblem.LINK_CYCLE, path).field("task_id", "problem.LINK_CYCLE", path);
      }
    }
  }

  private String path(List<UUID> circle) {
    Map<UUID, TaskName> seen = tasks.names(circle);
    List<String> keys = new ArrayList<>();
    for (UUID id : circle) {
      TaskName name = seen.get(id);
      String key = name == null ? HIDDEN : name.key();
      if (keys.isEmpty() || !key.equals(HIDDEN) || !keys.get(keys.size() - 1).equals(HIDDEN)) {
        keys.add(key);
      }
    }
    return String.join(" → ", keys);
  }

  private void record(Link link, Change change, Reached from, Reached to, boolean there) {
    journal.record(
        List.of(
            change,
            told(link, from, Direction.OUTWARD, there),
            told(link, to, Direction.INWARD, there)));
  }

  private static Change told(Link link, Reached task, Direction direction, boolean there) {
    Map<String, String> value = Map.of("type", link.type().word(), "direction", direction.word());
    return Tied.change(task, link.id(), there ? null : value, there ? value : null);
  }

  // a link between two projects belongs to neither
  private static @Nullable UUID scope(Reached from, Reached to) {
    return Objects.equals(from.scope(), to.scope()) ? from.scope() : null;
  }
}
