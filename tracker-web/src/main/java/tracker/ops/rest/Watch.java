package tracker.ops.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.ops.LogContext;
import tracker.shared.Ids;
import tracker.shared.rest.Envelope;
import tracker.system.Doorway;

/** One log line and one observation per request. */
public class Watch extends HttpFilter {
  /** The request attribute with the route's template; whoever knows it sets it. */
  public static final String ROUTE = "gerask.route";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger("tracker.request");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  @Inject private transient Caller caller;
  @Inject private transient Meters meters;
  @Inject private transient Doorway doorway;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    boolean failed = true;
    if (doorway.enter()) {
      // the next one goes to another node
      response.setHeader("Connection", "close");
    }
    new LogContext(
            String.valueOf(request.getAttribute(Envelope.REQUEST_ID)),
            trace(request.getHeader("traceparent")))
        .open();
    try {
      chain.doFilter(request, response);
      failed = false;
    } finally {
      int status = failed ? 500 : response.getStatus();
      note(request.getMethod(), route(request), status, System.nanoTime() - start);
      LogContext.close();
      doorway.exit();
    }
  }

  private void note(String method, String route, int status, long nanos) {
    String known = Meters.method(method);
    meters.observe(known, route, status, nanos);
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("method", known);
    more.put("route", route);
    more.put("status", status);
    more.put("ms", nanos / 1000 / 1000.0);
    UUID account = caller.idOrNull();
    if (account != null) {
      more.put("account_id", account);
    }
    LogRecord line = new LogRecord(Level.INFO, known + " " + route + " " + status);
    line.setLoggerName(LOG.getName());
    line.setParameters(new Object[] {more});
    LOG.log(line);
  }

  // the template, never the path itself: it may hold ids and names, and figures need few of them
  private static String route(HttpServletRequest request) {
    Object known = request.getAttribute(ROUTE);
    if (known != null) {
      return known.toString();
    }
    String pattern = request.getHttpServletMapping().getPattern();
    return pattern.isEmpty() || pattern.equals("/") ? "/*" : pattern;
  }

  private static String trace(@Nullable String header) {
    if (header != null) {
      Matcher given = TRACEPARENT.matcher(header);
      if (given.matches() && !given.group(1).equals("0".repeat(32))) {
        return given.group(1);
      }
    }
    return Ids.next().toString().replace("-", "");
  }
}
