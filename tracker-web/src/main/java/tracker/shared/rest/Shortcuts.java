package tracker.shared.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /auth}, {@code /tasks}, {@code /notify}, the public keys and, for programs, {@code
 * /uploads} answer without /api too.
 */
public class Shortcuts extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (ApiPaths.isShort(request)) {
      String path = ApiPaths.PREFIX + ApiPaths.within(request);
      request.getRequestDispatcher(path).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
