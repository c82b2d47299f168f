package tracker.feed.rest;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tracker.feed.ChangesAsk;
import tracker.identity.Caller;
import tracker.shared.Json;

/**
 * One open stream: who reads it, how far it is, and what waits to be written. Writing never waits:
 * what the reader does not take stays here, and nothing further is read for it meanwhile.
 */
final class Stream implements WriteListener {
  /** For how many beats a reader may take nothing before it is given up. */
  static final int PATIENCE = 3;

  final UUID account;
  final boolean ofPage;

  /** When it was opened, in nanoseconds of this process. */
  final long since = System.nanoTime();

  /** Asks again who reads; empty once they may not. */
  final Supplier<Optional<Caller.SignedIn>> pass;

  /** Being read for: taken by one thread at a time, which looks again where it was asked to. */
  final AtomicInteger asked = new AtomicInteger();

  private final ServletOutputStream out;
  private final Runnable complete;
  private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger writers = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile ChangesAsk ask;
  private volatile String told;
  private volatile @Nullable Runnable onEmpty;
  private volatile boolean last;
  private volatile boolean quiet;
  private boolean unflushed;
  private int stuck;

  /**
   * A stream.
   *
   * @param ofPage whether it is also told that its reader has news; programs ask for changes alone
   * @param complete gives the connection back; called once
   */
  Stream(
      UUID account,
      boolean ofPage,
      Supplier<Optional<Caller.SignedIn>> pass,
      ChangesAsk ask,
      String place,
      ServletOutputStream out,
      Runnable complete) {
    this.account = account;
    this.ofPage = ofPage;
    this.pass = pass;
    this.ask = ask.from(place);
    this.told = place;
    this.out = out;
    this.complete = complete;
  }

  /** Greets the reader: how soon to come back when it is cut, and the place to come back to. */
  void greet(int retryMillis) {
    out.setWriteListener(this);
    send("retry: " + retryMillis + "\nid: " + told + "\n\n");
  }

  ChangesAsk ask() {
    return ask;
  }

  /** What follows this place is to be read next. */
  void moveTo(String place) {
    ask = ask.from(place);
  }

  /** One event. */
  void event(String id, String name, Object data) {
    told = id;
    send("id: " + id + "\nevent: " + name + "\ndata: " + Json.write(data) + "\n\n");
  }

  /** Says that something of the reader's own is new. */
  void news() {
    if (ofPage) {
      send("event: news\ndata: {}\n\n");
    }
  }

  /** The last event, after which the stream is closed. */
  void endWith(String reason) {
    if (last) {
      return;
    }
    waiting.add(bytes("event: end\ndata: " + Json.write(reason) + "\n\n"));
    last = true;
    write();
  }

  /**
   * Shows the reader that the stream is alive where nothing else was written since the last beat,
   * and the place that was reached where all was not for this reader. Ends it where the reader took
   * nothing for too long.
   */
  void beat(String place) {
    if (!isTaken()) {
      stuck++;
      if (stuck >= PATIENCE) {
        end();
      }
      return;
    }
    stuck = 0;
    if (quiet) {
      send(place.equals(told) ? ":\n\n" : ":\nid: " + place + "\n\n");
      told = place;
    }
    quiet = true;
  }

  /** Whether all was handed over. */
  boolean isTaken() {
    return waiting.isEmpty();
  }

  /** What to do once all was handed over. */
  void whenTaken(Runnable act) {
    onEmpty = act;
    if (isTaken()) {
      onEmpty = null;
      act.run();
    }
  }

  boolean isEnded() {
    return ended.get();
  }

  private void send(String text) {
    quiet = false;
    waiting.add(bytes(text));
    write();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void onWritePossible() {
    write();
  }

  @Override
  public void onError(Throwable gone) {
    end();
  }

  // one thread writes; others that come meanwhile only leave a note, so that none waits
  private void write() {
    if (writers.getAndIncrement() > 0) {
      return;
    }
    int notes = 1;
    do {
      try {
        handOver();
      } catch (IOException | RuntimeException e) {
        end(); // the reader is gone
      }
      notes = writers.addAndGet(-notes);
    } while (notes > 0);
  }

  private void handOver() throws IOException {
    while (!ended.get() && out.isReady()) {
      byte[] next = waiting.poll();
      if (next != null) {
        out.write(next);
        unflushed = true;
      } else if (unflushed) {
        unflushed = false;
        out.flush();
      } else {
        taken();
        return;
      }
    }
  }

  private void taken() {
    if (last) {
      end();
      return;
    }
    Runnable act = onEmpty;
    onEmpty = null;
    if (act != null) {
      act.run();
    }
  }

  /** Closes it; what waits is lost, and comes again when the reader comes back. */
  void end() {
    if (ended.compareAndSet(false, true)) {
      waiting.clear();
      complete.run();
    }
  }
}
