package tracker.ops.rest;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;
import tracker.shared.rest.ApiPaths;

/**
 * All addresses of health: {@code {"status":"UP","checks":[{name,status,data}]}}, 200 or 503. A
 * check that hangs is down after a second and a half, and is not started again while it hangs.
 */
public class HealthPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long PATIENCE_MS = 1500;

  @Inject @Any private transient Instance<HealthCheck> all;
  @Inject @Liveness private transient Instance<HealthCheck> live;
  @Inject @Readiness private transient Instance<HealthCheck> ready;
  @Inject @Startup private transient Instance<HealthCheck> started;
  @Resource private transient ManagedExecutorService threads;

  private final transient Map<String, Future<HealthCheckResponse>> running =
      new ConcurrentHashMap<>();

  private record Check(String name, String status, Map<String, Object> data) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Check> checks = new ArrayList<>();
    for (HealthCheck check : kind(ApiPaths.within(request))) {
      checks.add(run(check));
    }
    boolean up = checks.stream().allMatch(check -> check.status.equals("UP"));
    response.setStatus(up ? 200 : 503);
    if (!up) {
      response.setHeader("Retry-After", "2");
    }
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=UTF-8");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", up ? "UP" : "DOWN");
    body.put("checks", checks);
    response.getWriter().write(Json.write(body));
  }

  private Instance<HealthCheck> kind(String path) {
    return switch (path) {
      case "/health" -> all;
      case "/health/live", "/live" -> live;
      case "/health/started" -> started;
      default -> ready;
    };
  }

  private Check run(HealthCheck check) {
    String name = check.getClass().getSimpleName().replaceFirst("\\$.*$", "");
    Future<HealthCheckResponse> answer =
        running.computeIfAbsent(name, n -> threads.submit(check::call));
    try {
      HealthCheckResponse said = answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
      running.remove(name, answer);
      return new Check(
          said.getName(), said.getStatus().name(), new TreeMap<>(said.getData().orElse(Map.of())));
    } catch (ExecutionException e) {
      running.remove(name, answer);
      return down(name, "failed");
    } catch (TimeoutException e) {
      return down(name, "no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return down(name, "interrupted");
    }
  }

  // never the exception itself: it may name hosts and users
  private static Check down(String name, @Nullable String why) {
    return new Check(name, "DOWN", Map.of("reason", String.valueOf(why)));
  }
}
