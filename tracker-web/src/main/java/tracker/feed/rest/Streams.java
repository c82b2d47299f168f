package tracker.feed.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.feed.CalledOut;
import tracker.feed.ChangeView;
import tracker.feed.Changes;
import tracker.feed.ChangesAsk;
import tracker.feed.ChangesPart;
import tracker.feed.Rung;
import tracker.identity.AccountChanged;
import tracker.identity.Caller;
import tracker.identity.SessionEnded;
import tracker.shared.CommonProblem;
import tracker.shared.Hands;
import tracker.shared.Problem;
import tracker.system.Leaving;

/**
 * The open streams of this node. They hold neither a thread nor a connection: a few hands read for
 * those that may have something new.
 */
@ApplicationScoped
public class Streams {
  /** The header by which a reader that was cut says how far it is. */
  static final String LAST = "Last-Event-ID";

  private static final Logger LOG = Logger.getLogger(Streams.class.getName());
  private static final int HANDS = 3;
  private static final int BEAT_SECONDS = 10;
  private static final int RETRY_MILLIS = 2000;
  // what ended in this transaction is forgotten by others in the same moment
  private static final int MOMENT_MILLIS = 200;

  @Resource private ManagedThreadFactory threads;
  @EJB private Changes changes;
  @Inject private Reading reading;
  @Inject private OpenStreams open;
  private @Nullable ScheduledExecutorService hands;

  @PostConstruct
  void start() {
    ScheduledExecutorService ours = Hands.scheduled(HANDS, threads);
    ours.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    hands = ours;
  }

  /** What a reader asks for; who was cut goes on where it was, others from now on. */
  static ChangesAsk ask(
      @Nullable String last,
      @Nullable String after,
      @Nullable String project,
      @Nullable String entity) {
    String place = last == null || last.isBlank() ? after : last.strip();
    return ChangesAsk.of(place, null, project, entity);
  }

  /**
   * Opens a stream on this request; a refusal is thrown before anything is written.
   *
   * @param ofPage whether it also tells that its reader has news
   */
  void open(
      HttpServletRequest request,
      HttpServletResponse response,
      Supplier<Optional<Caller.SignedIn>> pass,
      ChangesAsk ask,
      boolean ofPage) {
    if (!request.getMethod().equals("GET")) {
      throw Problem.of(CommonProblem.METHOD_NOT_ALLOWED); // HEAD would wait for a body for ever
    }
    Caller.SignedIn who = pass.get().orElseThrow(() -> Problem.of(CommonProblem.UNAUTHENTICATED));
    String place = ask.isFromBeginning() ? changes.end() : ask.place();
    if (ofPage) {
      open.makeRoom(who.accountId());
    }
    open.reserve(who.accountId());
    boolean begun = false;
    try {
      AsyncContext context =
          request.isAsyncStarted() ? request.getAsyncContext() : request.startAsync();
      context.setTimeout(0);
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentType("text/event-stream;charset=UTF-8");
      response.setHeader("Cache-Control", "no-cache, no-transform");
      response.setHeader("X-Accel-Buffering", "no");
      Stream[] one = new Stream[1];
      one[0] =
          new Stream(
              who.accountId(),
              ofPage,
              pass,
              ask,
              place,
              response.getOutputStream(),
              () -> ended(one[0], context));
      context.addListener(new Hangup(one[0]));
      open.add(one[0]);
      begun = true;
      one[0].greet(RETRY_MILLIS);
      soon(one[0], 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!begun) {
        open.giveBack(who.accountId());
      }
    }
  }

  private void ended(Stream stream, AsyncContext context) {
    open.remove(stream);
    try {
      context.complete();
    } catch (IllegalStateException e) {
      LOG.log(Level.FINE, "A stream whose connection was gone", e);
    }
  }

  // where nobody has opened a stream there is nobody to tell, and at the start nothing to tell with
  void ring(@Observes(notifyObserver = Reception.IF_EXISTS) Rung rung) {
    open.all().forEach(one -> soon(one, 0));
  }

  void calledOut(@Observes(notifyObserver = Reception.IF_EXISTS) CalledOut called) {
    open.of(called.accountId()).forEach(Stream::news);
  }

  void left(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_COMPLETION)
          SessionEnded ended) {
    open.all().forEach(one -> soon(one, MOMENT_MILLIS));
  }

  void changed(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_COMPLETION)
          AccountChanged changed) {
    open.of(changed.accountId()).forEach(one -> soon(one, MOMENT_MILLIS));
  }

  /** Has some hand read for this stream; one at a time, and once more where it is asked again. */
  private void soon(Stream stream, int millis) {
    ScheduledExecutorService ours = hands;
    if (ours == null || stream.isEnded()) {
      return;
    }
    try {
      ours.schedule(() -> serve(stream), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      stream.end(); // the server is about to stop
    }
  }

  private void serve(Stream stream) {
    if (stream.asked.getAndIncrement() > 0) {
      return;
    }
    int notes = stream.asked.get();
    do {
      try {
        read(stream);
      } catch (RuntimeException e) {
        // most likely the database: the next beat looks again
        LOG.log(Level.FINE, "A stream could not be read for", e);
      }
      notes = stream.asked.addAndGet(-notes);
    } while (notes > 0);
  }

  private void read(Stream stream) {
    Optional<Caller.SignedIn> who = stream.pass.get();
    if (who.isEmpty()) {
      stream.endWith("signed_out");
      return;
    }
    if (stream.isEnded() || !stream.isTaken()) {
      stream.whenTaken(() -> soon(stream, 0));
      return;
    }
    ChangesPart part = reading.read(who.get(), stream.ask());
    for (ChangeView item : part.items()) {
      stream.event(item.cursor(), "change", item);
    }
    stream.moveTo(part.next());
    if (part.more()) {
      stream.whenTaken(() -> soon(stream, 0));
    }
  }

  private void beat() {
    for (Stream one : open.all()) {
      serve(one); // also where nobody told of anything: rights end by themselves
      one.beat(one.ask().place());
    }
  }

  /** Pages and programs come again, and find another node. */
  void leave(@Observes(notifyObserver = Reception.IF_EXISTS) Leaving leaving) {
    open.all().forEach(Stream::end);
  }

  @PreDestroy
  void stop() {
    ScheduledExecutorService ours = hands;
    if (ours != null) {
      ours.shutdownNow();
    }
    open.all().forEach(Stream::end);
  }
}
