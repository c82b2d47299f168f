package tracker.ops.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tracker.identity.LoginTried;
import tracker.identity.Registered;
import tracker.job.JobTried;
import tracker.notify.MessageTried;
import tracker.shared.Build;

/** The figures of this process. */
@ApplicationScoped
public class Meters {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final String REQUESTS = "tracker_http_request_seconds";

  private record Route(String method, String route, String status) {}

  private final Map<Route, Durations> requests = new ConcurrentHashMap<>();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder registrations = new LongAdder();
  private final LongAdder loginsDone = new LongAdder();
  private final LongAdder loginsFailed = new LongAdder();
  private final Map<MessageTried, LongAdder> messages = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> jobsDone = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> jobsFailed = new ConcurrentHashMap<>();

  void registered(@Observes(during = TransactionPhase.AFTER_SUCCESS) Registered event) {
    registrations.increment();
  }

  // at once: a failed try rolls its transaction back
  void tried(@Observes LoginTried event) {
    (event.success() ? loginsDone : loginsFailed).increment();
  }

  void ran(@Observes JobTried event) {
    (event.success() ? jobsDone : jobsFailed)
        .computeIfAbsent(event.kind(), kind -> new LongAdder())
        .increment();
  }

  void sent(@Observes MessageTried event) {
    messages.computeIfAbsent(event, one -> new LongAdder()).increment();
  }

  void refused() {
    refusals.increment();
  }

  void observe(String method, String route, int status, long nanos) {
    requests
        .computeIfAbsent(new Route(method, route, Integer.toString(status)), r -> new Durations())
        .observe(nanos / 1e9);
  }

  void write(Exposition out) {
    out.family("tracker_build_info", "gauge", "What is running")
        .sample(
            "tracker_build_info",
            1,
            "version",
            Build.ours().version(),
            "java",
            System.getProperty("java.version", ""));
    out.single("auth_registrations_total", "counter", "Accounts opened", registrations.sum());
    out.family("auth_logins_total", "counter", "Tries to sign in")
        .sample("auth_logins_total", loginsDone.sum(), "status", "success")
        .sample("auth_logins_total", loginsFailed.sum(), "status", "failure");
    out.family(REQUESTS, "histogram", "HTTP requests by method, template of the route and status");
    requests.forEach(
        (key, durations) ->
            durations.write(
                out, REQUESTS, "method", key.method, "route", key.route, "status", key.status));
    out.single(
        "tracker_rate_limit_refusals_total",
        "counter",
        "Requests refused by the limits of use",
        refusals.sum());
    out.family("tracker_job_runs_total", "counter", "Jobs run by this process");
    jobsDone.forEach((kind, n) -> run(out, n, kind, "success"));
    jobsFailed.forEach((kind, n) -> run(out, n, kind, "failure"));
    out.family("jobs_total", "counter", "Tries of messages by this process and how they ended");
    messages.forEach((one, n) -> tried(out, one, n));
  }

  private static void tried(Exposition out, MessageTried one, LongAdder many) {
    out.sample("jobs_total", many.sum(), "type", one.type().word(), "result", one.result());
  }

  private static void run(Exposition out, LongAdder runs, String kind, String status) {
    out.sample("tracker_job_runs_total", runs.sum(), "kind", kind, "status", status);
  }

  /** A known method, or OTHER: callers must not be able to make up labels. */
  static String method(String given) {
    return METHODS.contains(given) ? given : "OTHER";
  }
}
