package tracker.feed.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tracker.feed.FeedProblem;
import tracker.shared.Figures;
import tracker.shared.Problem;

/** Which streams are open here, and for how many more there is room. */
@ApplicationScoped
class OpenStreams implements Figures {
  /** So many may one account have on this node: some browsers and some programs. */
  static final int OF_ACCOUNT = 32;

  /** So many may this node have. */
  static final int OF_NODE = 2000;

  private static final long RETRY_SECONDS = 30;
  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Integer> byAccount = new ConcurrentHashMap<>();
  private final AtomicInteger total = new AtomicInteger();

  /** Takes room for one more: 429 where the account has its share, 503 where the node is full. */
  void reserve(UUID account) {
    if (total.incrementAndGet() > OF_NODE) {
      total.decrementAndGet();
      throw Problem.of(FeedProblem.NO_MORE_STREAMS).retryAfter(RETRY_SECONDS);
    }
    int mine = byAccount.merge(account, 1, Integer::sum);
    if (mine > OF_ACCOUNT) {
      giveBack(account);
      throw Problem.of(FeedProblem.TOO_MANY_STREAMS, OF_ACCOUNT).retryAfter(RETRY_SECONDS);
    }
  }

  /**
   * Ends the oldest of a page where the account has its share: most likely its page was left, which
   * shows only when something is written to it.
   */
  void makeRoom(UUID account) {
    if (byAccount.getOrDefault(account, 0) >= OF_ACCOUNT) {
      of(account).stream()
          .filter(one -> one.ofPage)
          .min(Comparator.comparingLong(one -> one.since))
          .ifPresent(Stream::end);
    }
  }

  /** Gives room back that was taken. */
  void giveBack(UUID account) {
    total.decrementAndGet();
    byAccount.computeIfPresent(account, (id, n) -> n > 1 ? Integer.valueOf(n - 1) : null);
  }

  /** Keeps a stream in room that was taken for it. */
  void add(Stream stream) {
    streams.add(stream);
  }

  void remove(Stream stream) {
    if (streams.remove(stream)) {
      giveBack(stream.account);
    }
  }

  Collection<Stream> all() {
    return streams;
  }

  List<Stream> of(UUID account) {
    return streams.stream().filter(one -> one.account.equals(account)).toList();
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("tracker_feed_streams", "Streams of changes that are open", total.get()));
  }
}
