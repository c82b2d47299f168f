package tracker.shared.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which addresses belong to REST; all others are pages and files. */
public final class ApiPaths {
  public static final String PREFIX = "/api";
  private static final List<String> SHORT = List.of("/auth", "/tasks", "/notify");
  private static final String KEYS = "/.well-known/jwks.json";

  private ApiPaths() {}

  /** The path within the application, still encoded: the context path is cut off. */
  public static String within(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** Whether REST answers this request, with {@code /api} or without. */
  public static boolean covers(HttpServletRequest request) {
    String path = within(request);
    return under(path, PREFIX) || isShort(path);
  }

  /** Whether this path answers the same as with {@code /api} before it. */
  static boolean isShort(String path) {
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
