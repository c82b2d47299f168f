package tracker.shared.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /auth}, {@code /tasks}, {@code /notify} and the public keys answer without /api too. */
public class Shortcuts extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = ApiPaths.within(request);
    if (ApiPaths.isShort(path)) {
      request.getRequestDispatcher(ApiPaths.PREFIX + path).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
