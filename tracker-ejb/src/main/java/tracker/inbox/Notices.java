package tracker.inbox;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tracker.comment.Comments;
import tracker.feed.ChangeView;
import tracker.feed.Changes;
import tracker.feed.ChangesAsk;
import tracker.feed.ChangesPart;
import tracker.feed.Follower;
import tracker.feed.Happened;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Clock;

/**
 * Walks the feed and tells whom each event concerns, but never who did it. The notices and the
 * place up to which was walked are one transaction, so each person is told once.
 */
@Stateless
@Local(Follower.class)
@LocalBean
public class Notices implements Follower {
  private static final UUID ONE = new UUID(0, 0);
  private static final String PART = "200";

  /** Of more than so many tasks of one operation a person is told at once. */
  private static final int MANY = 10;

  @Inject private NoticeRows rows;
  @EJB private Changes changes;
  @EJB private Comments comments;
  @Inject private Whom whom;
  @Inject private Clock clock;

  /** One for all nodes. */
  @Override
  @Allowed(Right.INTERNAL)
  public Collection<UUID> walkers() {
    if (!rows.isBegun()) {
      rows.begin(changes.beginning(), clock.now());
    }
    return List.of(ONE);
  }

  /** Tells of the next part; nothing where another node is at it. */
  @Override
  @Allowed(Right.INTERNAL)
  public boolean step(UUID walker) {
    Optional<String> place = rows.place();
    if (place.isEmpty()) {
      return false;
    }
    ChangesPart part = changes.everything(ChangesAsk.of(place.get(), PART, null, null)).ofWholes();
    List<Happened> events =
        Happened.among(part.items()).stream().filter(Told::isWorthTelling).toList();
    if (!events.isEmpty()) {
      Set<UUID> told = rows.add(together(notices(events)));
      if (!told.isEmpty()) {
        changes.callOut(told);
      }
    }
    if (!part.next().equals(place.get())) {
      rows.reached(part.next());
    }
    return part.more();
  }

  private List<NoticeRows.Notice> notices(List<Happened> events) {
    Map<UUID, List<UUID>> mentions = mentions(events);
    Whom.Concerned concerned = whom.of(events, mentions);
    List<NoticeRows.Notice> notices = new ArrayList<>();
    for (Happened event : events) {
      for (Whom.One one : concerned.by(event)) {
        notices.add(Told.notice(event, one));
      }
    }
    return notices;
  }

  /** Whom comments speak to; of edited ones those that were not told of the comment before. */
  private Map<UUID, List<UUID>> mentions(List<Happened> events) {
    List<UUID> said =
        events.stream()
            .map(Happened::first)
            .filter(one -> one.entity().equals("comment"))
            .map(ChangeView::entityId)
            .toList();
    if (said.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<UUID>> all = new HashMap<>(comments.mentioned(said));
    rows.toldOf(said)
        .forEach((comment, told) -> all.computeIfPresent(comment, (id, now) -> without(now, told)));
    return all;
  }

  private static List<UUID> without(List<UUID> all, Collection<UUID> some) {
    return all.stream().filter(one -> !some.contains(one)).toList();
  }

  /** What changed many tasks of one person at once is one notice. */
  private static List<NoticeRows.Notice> together(List<NoticeRows.Notice> notices) {
    Map<List<Object>, List<NoticeRows.Notice>> byOperation = new LinkedHashMap<>();
    for (NoticeRows.Notice one : notices) {
      byOperation
          .computeIfAbsent(
              List.of(one.account(), one.operation(), one.event()), key -> new ArrayList<>())
          .add(one);
    }
    return byOperation.values().stream()
        .flatMap(
            same ->
                same.size() > MANY ? Stream.of(same.get(0).forMany(same.size())) : same.stream())
        .toList();
  }
}
