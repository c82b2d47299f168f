package tracker.shared.view;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tracker.identity.Caller;
import tracker.identity.SessionCookie;

/**
 * The way into pages: turns an address into its page, sends strangers to sign in, refuses forms
 * that another site sent, and hides the files behind the pages.
 */
public class PageFilter extends HttpFilter {
  /** Request attribute with the address that the browser shows, without the context path. */
  static final String SHOWN = "gerask.shown";

  private static final long serialVersionUID = 1L;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String A_YEAR = "public, max-age=31536000, immutable";

  @Inject private Caller caller;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Address address = Address.of(path);
    if (address != null) {
      open(address, path, request, response);
    } else if (path.isEmpty() || path.equals("/")) {
      response.sendRedirect(request.getContextPath() + "/my-work");
    } else if (isHidden(path)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      if (path.startsWith("/assets/") && request.getParameter("v") != null) {
        response.setHeader("Cache-Control", A_YEAR);
      }
      chain.doFilter(request, response);
    }
  }

  private static boolean isHidden(String path) {
    return path.startsWith(Address.FOLDER)
        || path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
  }

  private void open(
      Address address, String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (!METHODS.contains(request.getMethod())) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else if (request.getMethod().equals("POST") && !SessionCookie.isSentByOurPages(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!address.open() && !caller.isSignedIn()) {
      askToSignIn(path, request, response);
    } else {
      request.setCharacterEncoding("UTF-8");
      request.setAttribute(SHOWN, path);
      response.setHeader("Cache-Control", "private, no-cache");
      request.getRequestDispatcher(address.inside()).forward(request, response);
    }
  }

  private static void askToSignIn(
      String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
    String query = request.getQueryString();
    String to = query == null ? path : path + "?" + query;
    String login =
        request.getContextPath() + "/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.sendRedirect(login);
      return;
    }
    // the page stays as it is, and its script asks to sign in
    response.setHeader("X-Signed-Out", "1");
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
  }
}
