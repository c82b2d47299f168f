package tracker.ops.rest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;
import tracker.shared.rest.ApiPaths;

/**
 * {@code /docs}: the OpenAPI document for people. Plain HTML without a script; {@code /auth/docs}
 * and its like show one part.
 */
public class DocsPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String context = request.getContextPath();
    Map<String, Object> document =
        new OpenApi().document(Routes.of(getServletContext()), context + ApiPaths.PREFIX);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'");
    String part = request.getServletPath().replaceFirst("/?docs/?$", "").replaceFirst("^/", "");
    PrintWriter out = response.getWriter();
    out.printf(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
            + " content=\"width=device-width, initial-scale=1\"><title>Gerask REST</title><link"
            + " rel=\"stylesheet\" href=\"%s/docs.css\"></head><body><header><h1>Gerask REST</h1>"
            + "<p>%s</p><p><a href=\"%s/openapi\">OpenAPI (JSON)</a> · <a"
            + " href=\"%s/openapi?format=yaml\">YAML</a> · <a href=\"%s/docs\">all parts</a></p>"
            + "</header><main>",
        context, text(at(document, "info").get("description")), context, context, context);
    Map<String, StringBuilder> parts = new TreeMap<>();
    at(document, "paths").forEach((path, item) -> collect(parts, path, item, part));
    parts.forEach(
        (tag, rows) ->
            out.printf("<section id=\"%1$s\"><h2>%1$s</h2>%2$s</section>", text(tag), rows));
    out.print("<h2>Shapes</h2>");
    at(at(document, "components"), "schemas")
        .forEach(
            (name, schema) ->
                out.printf(
                    "<details id=\"shape-%1$s\"><summary>%1$s</summary><pre>%2$s</pre></details>",
                    text(name), pretty(schema)));
    out.print("</main></body></html>");
  }

  private static void collect(
      Map<String, StringBuilder> parts, String path, Object item, String part) {
    map(item)
        .forEach(
            (verb, operation) -> {
              String tag = first(map(operation).get("tags"));
              if (VERBS.contains(verb) && (part.isEmpty() || part.equals(tag))) {
                parts
                    .computeIfAbsent(tag, t -> new StringBuilder())
                    .append(
                        "<details><summary><b class=\"%1$s\">%1$s</b> <code>%2$s</code> <span>%3$s</span></summary><pre>%4$s</pre></details>"
                            .formatted(
                                verb,
                                text(path),
                                text(map(operation).get("summary")),
                                pretty(operation)));
              }
            });
  }

  private static String first(@Nullable Object list) {
    return list instanceof List<?> some && !some.isEmpty() ? String.valueOf(some.get(0)) : "";
  }

  private static String pretty(Object part) {
    try {
      return text(Json.shared().writerWithDefaultPrettyPrinter().writeValueAsString(part))
          .replaceAll("#/components/schemas/(\\w+)", "<a href=\"#shape-$1\">$1</a>");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> at(Map<String, Object> map, String key) {
    return map(Objects.requireNonNull(map.get(key), key));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
