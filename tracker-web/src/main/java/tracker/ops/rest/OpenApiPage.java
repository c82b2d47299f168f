package tracker.ops.rest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tracker.shared.Json;
import tracker.shared.rest.ApiPaths;

/** {@code /openapi}: the document as YAML, or as JSON where {@code Accept} or format says so. */
public class OpenApiPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Object> document =
        new OpenApi()
            .document(Routes.of(getServletContext()), request.getContextPath() + ApiPaths.PREFIX);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (wantsYaml(request)) {
      response.setContentType("application/yaml;charset=UTF-8");
      StringBuilder yaml = new StringBuilder();
      write(yaml, document, 0);
      response.getWriter().write(yaml.toString());
    } else {
      response.setContentType("application/json;charset=UTF-8");
      response.getWriter().write(Json.write(document));
    }
  }

  private static boolean wantsYaml(HttpServletRequest request) {
    String format = request.getParameter("format");
    String accept = request.getHeader("Accept");
    return format == null
        ? request.getServletPath().endsWith(".yaml")
            || accept != null && accept.contains("yaml") && !accept.contains("json")
        : format.equalsIgnoreCase("yaml");
  }

  // maps and lists in blocks, everything else as JSON, which is YAML too
  private static void write(StringBuilder out, Object value, int depth) {
    String indent = "  ".repeat(depth);
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach(
          (key, one) -> {
            out.append(indent).append(Json.write(key)).append(':');
            nested(out, one, depth);
          });
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (Object one : list) {
        out.append(indent).append('-');
        nested(out, one, depth);
      }
    }
  }

  private static void nested(StringBuilder out, Object value, int depth) {
    boolean block =
        value instanceof Map<?, ?> map && !map.isEmpty()
            || value instanceof List<?> list && !list.isEmpty();
    if (block) {
      out.append('\n');
      write(out, value, depth + 1);
    } else {
      out.append(' ').append(Json.write(value)).append('\n');
    }
  }
}
