package tracker.ops.rest;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The REST routes of the application, as the server itself finds them at start. */
@HandlesTypes(Path.class)
public class Routes implements ServletContainerInitializer {
  private static final String KEY = Routes.class.getName();

  /** One method on one path. */
  record Route(String path, String verb, Method method) {
    /** The first word of the path, which groups routes. */
    String tag() {
      String[] words = path.split("/");
      return words.length > 1 ? words[1] : "";
    }
  }

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    List<Route> routes = new ArrayList<>();
    for (Class<?> type : classes == null ? Set.<Class<?>>of() : classes) {
      Path path = type.getAnnotation(Path.class);
      if (path != null && type.getName().startsWith("tracker.")) {
        collect(routes, type, path);
      }
    }
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::verb));
    context.setAttribute(KEY, List.copyOf(routes));
  }

  private static void collect(List<Route> routes, Class<?> type, Path path) {
    for (Method method : type.getDeclaredMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          String template = RouteName.template(path, method.getAnnotation(Path.class));
          routes.add(new Route(template, verb.value(), method));
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  static List<Route> of(ServletContext context) {
    Object found = context.getAttribute(KEY);
    return found == null ? List.of() : (List<Route>) found;
  }
}
