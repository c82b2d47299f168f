package tracker.ops.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notes the template of the matched route, e.g. {@code /tasks/{id}}, for the log and figures. */
@Provider
public class RouteName implements ContainerRequestFilter {
  @Context private ResourceInfo resource;
  @Inject private HttpServletRequest request;
  private final Map<Method, String> known = new ConcurrentHashMap<>();

  @Override
  public void filter(ContainerRequestContext context) {
    if (resource.getResourceMethod() != null) {
      request.setAttribute(
          Watch.ROUTE,
          known.computeIfAbsent(
              resource.getResourceMethod(),
              method ->
                  template(
                      method.getDeclaringClass().getAnnotation(Path.class),
                      method.getAnnotation(Path.class))));
    }
  }

  /** The path of a resource method: the class's, then its own, without patterns. */
  static String template(@Nullable Path ofClass, @Nullable Path ofMethod) {
    String path =
        "/"
            + (ofClass == null ? "" : ofClass.value())
            + "/"
            + (ofMethod == null ? "" : ofMethod.value());
    String tidy =
        path.replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}")
            .replaceAll("/{2,}", "/");
    return tidy.length() > 1 && tidy.endsWith("/") ? tidy.substring(0, tidy.length() - 1) : tidy;
  }
}
