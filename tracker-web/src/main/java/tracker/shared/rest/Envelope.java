package tracker.shared.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;

/** First of all filters: the request's id, and the headers that guard every answer. */
public class Envelope extends HttpFilter {
  public static final String REQUEST_ID = "X-Request-Id";
  private static final long serialVersionUID = 1L;
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    seal(request, response);
    chain.doFilter(request, response);
  }

  private static void seal(HttpServletRequest request, HttpServletResponse response) {
    String id = id(request.getHeader(REQUEST_ID));
    request.setAttribute(REQUEST_ID, id);
    response.setHeader(REQUEST_ID, id);
    response.setHeader("Server", "Gerask"); // else the server names itself and its version
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  }

  private static String id(@Nullable String given) {
    return given != null && SANE.matcher(given).matches() ? given : Ids.next().toString();
  }
}
