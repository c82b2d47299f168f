package tracker.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
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

/**
 * Asks the checks of health. One that hangs is down after a second and a half, and is not started
 * again while it hangs.
 */
@ApplicationScoped
public class Health {
  private static final long PATIENCE_MS = 1500;

  @Inject @Any private Instance<HealthCheck> checks;
  @Resource private ManagedExecutorService threads;

  private final Map<String, Future<HealthCheckResponse>> running = new ConcurrentHashMap<>();

  /** All checks; with kinds, those of all these kinds. */
  public List<Check> ask(Annotation... kinds) {
    return checks.select(kinds).stream().map(this::run).toList();
  }

  private Check run(HealthCheck check) {
    String name = check.getClass().getSimpleName().replaceFirst("\\$.*$", "");
    Future<HealthCheckResponse> answer =
        running.computeIfAbsent(name, n -> threads.submit(check::call));
    try {
      HealthCheckResponse said = answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
      running.remove(name, answer);
      return new Check(
          said.getName(),
          said.getStatus() == HealthCheckResponse.Status.UP,
          new TreeMap<>(said.getData().orElse(Map.of())));
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
  private static Check down(String name, String why) {
    return new Check(name, false, Map.of("reason", why));
  }
}
