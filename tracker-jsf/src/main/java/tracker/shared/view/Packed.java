package tracker.shared.view;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Pages, scripts and styles go out packed by gzip to browsers that take it, also where no gateway
 * stands before the server. REST, files and streams do not come by here.
 */
public class Packed extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String taken = request.getHeader("Accept-Encoding");
    response.addHeader("Vary", "Accept-Encoding");
    // a part of a file is a part of the file as it lies there
    if (taken == null || !taken.contains("gzip") || request.getHeader("Range") != null) {
      chain.doFilter(request, response);
      return;
    }
    PackedResponse packed = new PackedResponse(response);
    chain.doFilter(request, packed);
    packed.finish();
  }
}
