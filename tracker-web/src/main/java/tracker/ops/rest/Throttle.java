package tracker.ops.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.ops.Bucket;
import tracker.ops.Idempotency;
import tracker.ops.Limits;
import tracker.ops.OpsSettings;
import tracker.ops.Verdict;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.Settings;
import tracker.shared.rest.ApiPaths;
import tracker.shared.rest.ErrorAnswers;

/** Holds REST to the limits of use, and tells the caller what is left. */
public class Throttle extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern TASK_MAKING =
      Pattern.compile("(/api)?/(tasks|tasks/batch|import/tasks)/?");

  @Inject private transient Caller caller;
  @Inject private transient Limits limits;
  @Inject private transient Idempotency idempotency;
  @Inject private transient ErrorAnswers answers;
  @Inject private transient Meters meters;

  private transient OpsSettings settings = OpsSettings.read(new Settings(name -> null));

  @Override
  public void init() {
    settings = OpsSettings.read(Settings.ofProcess());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!ApiPaths.covers(request)) {
      chain.doFilter(request, response);
      return;
    }
    Verdict verdict = settings.limits() ? limits.take(buckets(request)) : null;
    if (verdict != null) {
      response.setIntHeader("RateLimit-Limit", verdict.limit());
      response.setIntHeader("RateLimit-Remaining", verdict.remaining());
      response.setHeader("RateLimit-Reset", Long.toString(verdict.resetSeconds()));
    }
    if (verdict != null && !verdict.passes()) {
      meters.refused();
      long wait = Math.max(1, verdict.resetSeconds());
      answers.send(response, Problem.of(CommonProblem.RATE_LIMITED, wait).retryAfter(wait));
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      if (request.getAttribute(Idempotent.KEYED) != null) {
        idempotency.giveUp(); // whatever went wrong, no transaction stays open on this thread
      }
    }
  }

  private List<Bucket> buckets(HttpServletRequest request) {
    List<Bucket> buckets = new ArrayList<>();
    String address = Addresses.group(address(request));
    buckets.add(new Bucket("address:" + address, settings.perMinute()));
    if (caller.isSignedIn()) {
      buckets.add(new Bucket("account:" + caller.id(), settings.perMinute()));
    }
    if (request.getMethod().equals("POST")) {
      String path = ApiPaths.within(request);
      if (path.startsWith("/auth/") || path.startsWith("/api/auth/")) {
        buckets.add(new Bucket("auth:" + address, settings.authPerMinute()));
      } else if (TASK_MAKING.matcher(path).matches()) {
        buckets.add(new Bucket("tasks:" + address, settings.tasksPerMinute()));
      }
    }
    return buckets;
  }

  // the edge fills the caller's address, behind trusted proxies the real one
  private String address(HttpServletRequest request) {
    @Nullable String known = caller.address();
    return known == null || known.isEmpty() ? request.getRemoteAddr() : known;
  }
}
