package tracker.notify.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.notify.FailedOnes;
import tracker.notify.FailedView;
import tracker.notify.JobType;
import tracker.notify.Notifications;
import tracker.shared.Clock;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** Messages that nobody took, one's own or for administrators all: send again, drop. */
@Named("undelivered")
@RequestScoped
public class FailedPage {
  private static final int ROWS = 50;
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  @Inject private Notifications notifications;
  @Inject private Asked asked;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<FailedView> page;
  private @Nullable String from;
  private @Nullable String to;
  private @Nullable String type;

  public Page<FailedView> getPage() {
    if (page == null) {
      page = notifications.failed(new PageAsk(asked.page(), ROWS, null));
    }
    return page;
  }

  /** Number of the following part, or 0 at the end. */
  public int getNext() {
    return (long) asked.page() * ROWS < getPage().total() ? asked.page() + 1 : 0;
  }

  /** Number of the part before, or 0 at the start. */
  public int getPrevious() {
    return asked.page() - 1;
  }

  public JobType[] getTypes() {
    return JobType.values();
  }

  /** Sends the ones again that are ticked. */
  public void replay() {
    sent(notifications.replay(ticked()).replayed());
  }

  /** Takes the ones off the list that are ticked. */
  public void drop() {
    toasts.say(words.count("failed.dropped", notifications.drop(ticked()).dropped()));
    shell.go("/failed");
  }

  private FailedOnes ticked() {
    return new FailedOnes(null, null, null, asked.ids("id"));
  }

  /** Sends all again that failed in the time that the form names, its last minute included. */
  public void replayRange() {
    Instant end = time("to", to).plus(1, ChronoUnit.MINUTES).minus(1, ChronoUnit.MICROS);
    JobType only = type == null || type.isEmpty() ? null : JobType.valueOf(type);
    sent(notifications.replay(new FailedOnes(time("from", from), end, only, null)).replayed());
  }

  private void sent(int many) {
    toasts.say(words.count("failed.sent", many));
    shell.go("/failed");
  }

  private Instant time(String field, @Nullable String text) {
    try {
      return LocalDateTime.parse(text == null ? "" : text).atZone(caller.zone()).toInstant();
    } catch (DateTimeParseException e) {
      throw Problem.invalid(field, "invalid.required");
    }
  }

  private String field(Instant at) {
    return FIELD.format(at.atZone(caller.zone()));
  }

  public String getFrom() {
    return from == null ? field(clock.now().minus(Duration.ofDays(1))) : from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from == null ? "" : from;
  }

  public String getTo() {
    return to == null ? field(clock.now()) : to;
  }

  public void setTo(@Nullable String to) {
    this.to = to == null ? "" : to;
  }

  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String type) {
    this.type = type;
  }
}
