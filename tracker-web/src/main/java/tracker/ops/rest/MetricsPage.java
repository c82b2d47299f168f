package tracker.ops.rest;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tracker.shared.Figures;

/** {@code /metrics} in Prometheus' text format. */
public class MetricsPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Meters meters;
  @Inject @Any private transient Instance<Figures> figures;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exposition out = new Exposition();
    meters.write(out);
    PoolMeters.write(out);
    Gauges.write(out, figures);
    Machine.write(out);
    response.setContentType(Exposition.CONTENT_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(out.toString().getBytes(StandardCharsets.UTF_8));
  }
}
