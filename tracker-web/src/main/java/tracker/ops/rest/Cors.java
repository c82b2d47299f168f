package tracker.ops.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import tracker.ops.OpsSettings;
import tracker.shared.Settings;
import tracker.shared.rest.ApiPaths;

/**
 * Pages of other origins may call REST where CORS_ORIGINS names their origin. Cookies never come
 * along: REST does not know them.
 */
public class Cors extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String EXPOSED =
      "ETag, Location, Retry-After, X-Request-Id, X-Operation-Id, Idempotency-Replayed,"
          + " RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset";
  private static final String HEADERS =
      "Authorization, Content-Type, Accept, Accept-Language, Idempotency-Key, If-Match,"
          + " If-None-Match, Last-Event-ID, X-Request-Id, traceparent";

  private transient List<String> origins = List.of();

  @Override
  public void init() {
    origins = OpsSettings.read(Settings.ofProcess()).corsOrigins();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!ApiPaths.covers(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    boolean allowed = origin != null && (origins.contains(origin) || origins.contains("*"));
    if (allowed) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
    }
    boolean preflight =
        origin != null
            && request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (!preflight) {
      chain.doFilter(request, response);
      return;
    }
    if (allowed) {
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
      response.setHeader("Access-Control-Allow-Headers", HEADERS);
      response.setHeader("Access-Control-Max-Age", "600");
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
