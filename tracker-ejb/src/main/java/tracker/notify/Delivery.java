package tracker.notify;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Hands;
import tracker.shared.SqlFailure;

/**
 * Takes what is due and carries it out by a number of hands. Of one lane one is under way and of
 * one host some, so that a receiver that hangs holds up nobody but itself.
 */
final class Delivery implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
  private static final int HANDS = 24;
  private static final int PER_HOST = 4;

  /** So long a try takes at most: well below {@link Outbox#LEASE}. */
  static final Duration LONGEST_TRY = Duration.ofSeconds(10);

  private static final long PAUSE = 1000;

  /** At the end what is under way is waited for, and then there is nothing. */
  private static final Duration LAST_WORDS = LONGEST_TRY.plusSeconds(1);

  /** Gaps grow by up to this part, so that what failed together does not come together again. */
  private static final double JITTER = 0.2;

  private final Outbox outbox;
  private final NotifySettings settings;
  private final Clock clock;
  private final Consumer<MessageTried> tell;
  private final ExecutorService hands;
  private final ScheduledExecutorService watch;
  private final MailRoute mail;
  private final HookRoute hooks;
  private final Thread taking;

  private final Map<String, Integer> hosts = new HashMap<>();
  private int busy;
  private boolean rung;
  private boolean open = true;

  Delivery(
      Outbox outbox,
      NotifySettings settings,
      Clock clock,
      ThreadFactory threads,
      Consumer<MessageTried> tell) {
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
    this.tell = tell;
    this.hands = Hands.of(HANDS, threads);
    this.watch = Hands.scheduled(1, threads);
    this.mail = new MailRoute(settings, watch, LONGEST_TRY);
    this.hooks = new HookRoute(new Guard(settings.allowed()), watch);
    this.taking = threads.newThread(this::run);
  }

  void start() {
    taking.start();
  }

  /** Something may be due. */
  synchronized void look() {
    rung = true;
    notifyAll();
  }

  private void run() {
    boolean away = false;
    while (true) {
      try {
        List<Message.Try> some = take();
        away = false;
        some.forEach(one -> hands.execute(() -> carry(one)));
        if (!pause(some.isEmpty())) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // once for as long as it lasts
        LOG.log(
            away ? Level.FINE : Level.WARNING,
            "Messages wait, for what is due cannot be read: {0}",
            e.toString());
        away = true;
        if (!rest()) {
          return;
        }
      }
    }
  }

  private List<Message.Try> take() {
    List<String> busyHosts = new ArrayList<>();
    int free;
    synchronized (this) {
      rung = false;
      hosts.forEach(
          (host, many) -> {
            if (many >= PER_HOST) {
              busyHosts.add(host);
            }
          });
      free = open ? HANDS - busy : 0;
    }
    if (free <= 0) {
      return List.of();
    }
    List<Message.Try> some = outbox.take(free, busyHosts, PER_HOST);
    synchronized (this) {
      busy += some.size();
      for (Message.Try one : some) {
        hosts.merge(one.message().host(), 1, Integer::sum);
      }
    }
    return some;
  }

  /** Waits until something may be due; false at the end. */
  private synchronized boolean pause(boolean nothing) throws InterruptedException {
    if (open && !rung && (nothing || busy >= HANDS)) {
      wait(PAUSE);
    }
    return open;
  }

  private synchronized boolean rest() {
    try {
      wait(PAUSE);
      return open;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void carry(Message.Try one) {
    try {
      String result = tried(one);
      tell.accept(new MessageTried(type(one), result));
    } catch (SqlFailure e) {
      // its note ends by itself, and it is tried again: receivers know it by its id
      LOG.log(
          Level.WARNING,
          "What became of message {0} is not noted: {1}",
          new Object[] {one.job(), e.toString()});
    } finally {
      synchronized (this) {
        busy--;
        hosts.computeIfPresent(one.message().host(), (host, n) -> n == 1 ? null : n - 1);
        rung = true;
        notifyAll();
      }
    }
  }

  private String tried(Message.Try one) {
    try {
      outbox.delivered(one, send(one));
      return "ok";
    } catch (Undelivered e) {
      boolean last = e.isForGood() || one.attempts() >= settings.gaps().size();
      LOG.log(
          last ? Level.WARNING : Level.INFO,
          last
              ? "Message {0} failed for good and is kept among the failed ones: {1}"
              : "Message {0} failed and is tried again later: {1}",
          new Object[] {one.job(), e.told()});
      if (last) {
        outbox.failed(one, e);
        return "failed";
      }
      outbox.again(one, e, gap(one.attempts()));
      return "retry";
    }
  }

  private @Nullable Answer send(Message.Try one) throws Undelivered {
    try {
      return carry(one.message(), one.event());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Message " + one.job() + " cannot be sent", e);
      throw Undelivered.forGood("The message cannot be sent");
    }
  }

  private @Nullable Answer carry(Message message, UUID event) throws Undelivered {
    if (message instanceof Message.Mail letter) {
      mail.send(letter, event, clock.now());
    } else if (message instanceof Message.Call call) {
      return hooks.call(call, event, clock.now());
    }
    return null;
  }

  private Duration gap(int attempts) {
    long millis = settings.gaps().get(attempts).toMillis();
    return Duration.ofMillis(
        millis + (long) (millis * JITTER * ThreadLocalRandom.current().nextDouble()));
  }

  private static JobType type(Message.Try one) {
    return one.message() instanceof Message.Mail ? JobType.EMAIL : JobType.WEBHOOK;
  }

  @Override
  public void close() {
    synchronized (this) {
      open = false;
      notifyAll();
    }
    try {
      // what is taken is handed over first, or it would lie with nobody until its lease ends
      taking.join(LAST_WORDS.toMillis());
      hands.shutdown();
      if (!hands.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
        hands.shutdownNow();
      }
      hooks.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(Level.FINE, "Connections to receivers did not close", e);
    }
    watch.shutdownNow();
  }
}
