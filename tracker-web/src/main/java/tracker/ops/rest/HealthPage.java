package tracker.ops.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import tracker.shared.Json;
import tracker.shared.rest.ApiPaths;
import tracker.system.Check;
import tracker.system.Health;

/** All addresses of health: {@code {"status":"UP","checks":[{name,status,data}]}}, 200 or 503. */
public class HealthPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Health health;

  private record Said(String name, String status, Map<String, Object> data) {
    static Said of(Check check) {
      return new Said(check.name(), word(check.up()), check.data());
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Check> checks = asked(ApiPaths.within(request));
    boolean up = checks.stream().allMatch(Check::up);
    response.setStatus(up ? 200 : 503);
    if (!up) {
      response.setHeader("Retry-After", "2");
    }
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=UTF-8");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", word(up));
    body.put("checks", checks.stream().map(Said::of).toList());
    response.getWriter().write(Json.write(body));
  }

  private List<Check> asked(String path) {
    return switch (path) {
      case "/health" -> health.ask();
      case "/health/live", "/live" -> health.ask(Liveness.Literal.INSTANCE);
      case "/health/started" -> health.ask(Startup.Literal.INSTANCE);
      default -> health.ask(Readiness.Literal.INSTANCE);
    };
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
