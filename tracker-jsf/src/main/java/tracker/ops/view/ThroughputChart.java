package tracker.ops.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.ops.BacklogSummary;
import tracker.shared.Clock;
import tracker.shared.view.Plot;

/** The last 24 hours of work that is done later, by hour. */
@Named("throughput")
@RequestScoped
public class ThroughputChart {
  private static final int HOURS = 24;

  /** How tries of all kinds ended in one hour. */
  public record Hour(String label, long ok, long failed) {}

  @Inject private BacklogPage page;
  @Inject private Caller caller;
  @Inject private Clock clock;
  private @Nullable List<Hour> hours;

  /** Each of the hours, those with nothing too. */
  public List<Hour> getHours() {
    if (hours == null) {
      Instant now = clock.now().truncatedTo(ChronoUnit.HOURS);
      hours =
          IntStream.range(0, HOURS)
              .mapToObj(i -> hour(now.minus(Duration.ofHours(HOURS - 1L - i))))
              .toList();
    }
    return hours;
  }

  private Hour hour(Instant begin) {
    return new Hour(
        DateTimeFormatter.ofPattern("H:mm").format(begin.atZone(caller.zone())),
        sum(begin, BacklogSummary.Throughput::ok),
        sum(begin, BacklogSummary.Throughput::failed));
  }

  private long sum(Instant hour, ToLongFunction<BacklogSummary.Throughput> part) {
    return page.getTries().stream().filter(one -> one.hour().equals(hour)).mapToLong(part).sum();
  }

  public Plot getPlot() {
    return Plot.upTo(
        getHours().stream().mapToLong(one -> Math.max(one.ok(), one.failed())).max().orElse(0));
  }

  public List<Plot.Column> getColumns() {
    return getPlot()
        .columns(
            List.of("ok", "failed"),
            List.of(
                getHours().stream().map(Hour::ok).toList(),
                getHours().stream().map(Hour::failed).toList()));
  }

  /** The first, middle and last hour. */
  public List<String> getMarks() {
    List<Hour> all = getHours();
    return List.of(all.get(0).label(), all.get(HOURS / 2).label(), all.get(HOURS - 1).label());
  }
}
