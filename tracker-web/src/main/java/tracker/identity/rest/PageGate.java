package tracker.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.ApiPaths;
import tracker.shared.rest.ErrorPage;

/** Which addresses outside REST everybody may open, and where the others are sent to sign in. */
@ApplicationScoped
class PageGate {
  private static final String LOGIN = "/login";
  private static final List<String> OPEN = List.of(LOGIN, "/register", "/mute", "/error/page");
  // asked without a session, so nobody needs to be looked up for them
  private static final List<String> FILES =
      List.of(
          "/jakarta.faces.resource",
          "/assets",
          "/health",
          "/.well-known",
          "/auth",
          "/tasks",
          "/notify",
          "/booking",
          "/favicon.ico",
          "/robots.txt",
          "/sw.js");

  /**
   * Whether it is no page: a file, or a servlet with an address of its own, which guards itself.
   */
  boolean isFile(HttpServletRequest request) {
    return request.getHttpServletMapping().getMappingMatch() == MappingMatch.EXACT
        || FILES.stream().anyMatch(root -> isUnder(path(request), root));
  }

  boolean isOpen(HttpServletRequest request) {
    return OPEN.stream().anyMatch(root -> isUnder(path(request), root));
  }

  /**
   * A page goes to the sign-in and comes back; a part of a page stays as it is (401); a program
   * that takes no pages finds nothing here (404).
   */
  void turnAway(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    if (!takesPages(request)) {
      try {
        ErrorPage.refuse(request, response, Problem.of(CommonProblem.NOT_FOUND));
      } catch (IOException e) {
        throw new UncheckedIOException(e); // the caller is gone
      }
      return;
    }
    if (isPart(request)) {
      response.setHeader("X-Signed-Out", "1");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    boolean back = request.getMethod().equals("GET") && !path(request).equals("/");
    String to =
        back ? "?to=" + URLEncoder.encode(path(request) + query, StandardCharsets.UTF_8) : "";
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + LOGIN + to);
  }

  private static boolean takesPages(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return isPart(request)
        || accept == null
        || accept.contains("text/html")
        || accept.contains("*/*");
  }

  private static boolean isPart(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"))
        || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
        || "text/event-stream".equals(request.getHeader("Accept"));
  }

  private static String path(HttpServletRequest request) {
    String path = ApiPaths.within(request);
    int parameters = path.indexOf(';');
    return parameters < 0 ? path : path.substring(0, parameters);
  }

  private static boolean isUnder(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/") || path.equals(root + ".xhtml");
  }
}
