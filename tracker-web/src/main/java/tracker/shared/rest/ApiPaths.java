package tracker.shared.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import tracker.identity.SessionCookie;

/** Which addresses belong to REST; all others are pages and files. */
public final class ApiPaths {
  public static final String PREFIX = "/api";
  private static final List<String> SHORT = List.of("/auth", "/tasks", "/notify");
  private static final String FILES = "/uploads";
  private static final String KEYS = "/.well-known/jwks.json";

  private ApiPaths() {}

  /** The path within the application, still encoded: the context path is cut off. */
  public static String within(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** Whether REST answers this request, with {@code /api} or without. */
  public static boolean covers(HttpServletRequest request) {
    return under(within(request), PREFIX) || isShort(request);
  }

  /** Whether this request is answered the same as with {@code /api} before its path. */
  static boolean isShort(HttpServletRequest request) {
    String path = within(request);
    return isShort(path) || under(path, FILES) && isOfProgram(request);
  }

  // pages show files too; they come with a cookie
  private static boolean isOfProgram(HttpServletRequest request) {
    if (request.getHeader("Authorization") != null) {
      return true;
    }
    String accept = request.getHeader("Accept");
    boolean page = accept != null && accept.contains("text/html");
    return !page && SessionCookie.of(request).isEmpty();
  }

  private static boolean isShort(String path) {
    if (path.equals(KEYS)) {
      return true;
    }
    for (String root : SHORT) {
      if (under(path, root)) {
        String rest = path.substring(root.length());
        return !rest.equals("/docs") && !rest.startsWith("/docs/") && !rest.equals("/healthz");
      }
    }
    return false;
  }

  private static boolean under(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
