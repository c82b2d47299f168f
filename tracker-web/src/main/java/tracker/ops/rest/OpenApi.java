package tracker.ops.rest;

import static tracker.ops.rest.Schemas.map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tracker.identity.rest.Open;
import tracker.ops.rest.Routes.Route;
import tracker.shared.Build;
import tracker.shared.rest.ErrorBody;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Streamed;

/** The OpenAPI 3.0 document, made from the resources themselves, so that it cannot lie. */
final class OpenApi {
  private static final Map<String, String> REFUSALS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("400", "The body or address cannot be read"),
              Map.entry("401", "Sign in first"),
              Map.entry("403", "You may see this, not do it"),
              Map.entry("404", "Unknown, or not yours to see"),
              Map.entry("409", "Does not fit with what is there"),
              Map.entry("412", "Somebody changed it meanwhile; current is beside error"),
              Map.entry("413", "The file is too large"),
              Map.entry("415", "Files of this type are not taken"),
              Map.entry("416", "The file has no such part"),
              Map.entry("422", "Breaks a rule; fields says which"),
              Map.entry("429", "Too many requests; see Retry-After"),
              Map.entry("503", "The database is away; see Retry-After"),
              Map.entry("507", "No room is left, on the disk or for this account")));

  private static final Map<String, Object> BYTES = map("type", "string", "format", "binary");

  private final Schemas schemas = new Schemas();

  /** The document for these routes below this prefix, e.g. {@code /api}. */
  Map<String, Object> document(List<Route> routes, String server) {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      @SuppressWarnings("unchecked")
      Map<String, Object> path =
          (Map<String, Object>)
              paths.computeIfAbsent(route.path(), p -> new LinkedHashMap<String, Object>());
      path.put(route.verb().toLowerCase(Locale.ROOT), operation(route));
    }
    Map<String, Object> error = schemas.of(ErrorBody.class, false);
    Map<String, Object> responses = new LinkedHashMap<>();
    Map<String, Object> example =
        map(
            "error",
            map(
                "code",
                "VALIDATION_ERROR",
                "message",
                "Some fields are not right.",
                "fields",
                map("title", "Must be given.")));
    REFUSALS.forEach(
        (status, text) ->
            responses.put(
                "E" + status,
                map(
                    "description",
                    text,
                    "content",
                    map("application/json", map("schema", error, "example", example)))));
    return map(
        "openapi",
        "3.0.3",
        "info",
        map(
            "title",
            "Gerask",
            "version",
            Build.ours().version(),
            "description",
            "A self-hosted work tracker. Errors always have the shape Error; times are RFC 3339 in"
                + " UTC; codes never change, messages follow Accept-Language (en, ru)."),
        "servers",
        List.of(map("url", server)),
        "security",
        List.of(map("bearer", List.of())),
        "paths",
        paths,
        "components",
        map(
            "schemas",
            schemas.components(),
            "responses",
            responses,
            "securitySchemes",
            map("bearer", map("type", "http", "scheme", "bearer", "bearerFormat", "JWT"))));
  }

  private Map<String, Object> operation(Route route) {
    Method method = route.method();
    boolean open =
        method.isAnnotationPresent(Open.class)
            || method.getDeclaringClass().isAnnotationPresent(Open.class);
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("tags", List.of(route.tag()));
    operation.put(
        "operationId",
        method.getDeclaringClass().getSimpleName().replace("Resource", "")
            + "."
            + method.getName());
    operation.put("summary", summary(method));
    if (open) {
      operation.put("security", List.of());
    }
    List<Map<String, Object>> parameters = new ArrayList<>();
    AnnotatedBody body = parameters(route, parameters);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (body.schema != null) {
      Map<String, Object> content = new LinkedHashMap<>();
      for (String type : consumed(method)) {
        content.put(type, map("schema", isWhole(type, method) ? BYTES : body.schema));
      }
      operation.put("requestBody", map("required", true, "content", content));
    }
    operation.put("responses", responses(route, open, body.schema != null));
    return operation;
  }

  private static boolean isWhole(String type, Method method) {
    return type.equals("text/csv")
        || method.isAnnotationPresent(Streamed.class) && type.endsWith("json");
  }

  private record AnnotatedBody(@Nullable Map<String, Object> schema) {}

  private AnnotatedBody parameters(Route route, List<Map<String, Object>> into) {
    Map<String, Object> body = null;
    for (Parameter one : route.method().getParameters()) {
      if (one.isAnnotationPresent(PathParam.class)) {
        String name = one.getAnnotation(PathParam.class).value();
        into.add(parameter(name, "path", true, schemas.of(one.getAnnotatedType(), true)));
      } else if (one.isAnnotationPresent(QueryParam.class)) {
        String name = one.getAnnotation(QueryParam.class).value();
        into.add(parameter(name, "query", false, schemas.of(one.getAnnotatedType(), true)));
      } else if (one.isAnnotationPresent(BeanParam.class)) {
        for (Field field : one.getType().getDeclaredFields()) {
          QueryParam query = field.getAnnotation(QueryParam.class);
          if (query != null) {
            Map<String, Object> schema = schemas.of(field.getAnnotatedType(), true);
            schema.remove("nullable");
            into.add(parameter(query.value(), "query", false, schema));
          }
        }
      } else if (!one.isAnnotationPresent(Context.class)
          && !one.isAnnotationPresent(Suspended.class)
          && !one.isAnnotationPresent(HeaderParam.class)
          && !one.isAnnotationPresent(FormParam.class)) {
        body =
            one.getType() == InputStream.class ? aFile() : schemas.of(one.getAnnotatedType(), true);
      }
    }
    header(route, into);
    return new AnnotatedBody(body);
  }

  private static void header(Route route, List<Map<String, Object>> into) {
    Map<String, Object> text = map("type", "string");
    switch (route.verb()) {
      case "POST" ->
          into.add(
              parameter(
                  "Idempotency-Key",
                  "header",
                  false,
                  map("type", "string", "minLength", 1, "maxLength", 255)));
      case "PATCH", "DELETE" -> into.add(parameter("If-Match", "header", false, text));
      case "GET" -> {
        if (isVersioned(route.method())) {
          into.add(parameter("If-None-Match", "header", false, text));
        }
      }
      default -> {}
    }
  }

  private static Map<String, Object> parameter(
      String name, String place, boolean required, Map<String, Object> schema) {
    return map("name", name, "in", place, "required", required, "schema", schema);
  }

  private Map<String, Object> responses(Route route, boolean open, boolean hasBody) {
    Method method = route.method();
    Gives gives = method.getAnnotation(Gives.class);
    Map<String, Object> schema = null;
    int status = 200;
    if (gives != null) {
      status = gives.status();
      boolean plain = gives.value() == Void.class || isFile(gives);
      schema = plain ? null : schemas.of(gives.value(), false);
    } else if (method.getReturnType() == void.class) {
      status = 204;
    } else if (method.getReturnType() != Response.class) {
      schema = schemas.of(method.getAnnotatedReturnType(), false);
    }
    Map<String, Object> answer = map("description", status == 201 ? "Created" : "Done");
    Map<String, Object> headers = new LinkedHashMap<>();
    if (isVersioned(method)) {
      headers.put("ETag", map("schema", map("type", "string"), "example", "\"5\""));
    }
    if (status == 201) {
      headers.put("Location", map("schema", map("type", "string")));
    }
    if (!headers.isEmpty()) {
      answer.put("headers", headers);
    }
    if (schema != null) {
      answer.put("content", map(produced(method), map("schema", schema)));
    } else if (gives != null && isFile(gives)) {
      answer.put("content", map("*/*", map("schema", BYTES)));
    }
    Map<String, Object> responses = map(Integer.toString(status), answer);
    for (String code : REFUSALS.keySet()) {
      if (mayRefuse(code, route, open, hasBody, gives)) {
        responses.put(code, map("$ref", "#/components/responses/E" + code));
      }
    }
    return responses;
  }

  private static boolean isFile(Gives gives) {
    return gives.value() == byte[].class;
  }

  private static Map<String, Object> aFile() {
    Map<String, Object> parts = map("file", BYTES);
    return map("type", "object", "required", List.of("file"), "properties", parts);
  }

  private static boolean mayRefuse(
      String code, Route route, boolean open, boolean hasBody, @Nullable Gives gives) {
    boolean read = route.verb().equals("GET");
    boolean upload = consumed(route.method())[0].equals(MediaType.MULTIPART_FORM_DATA);
    return switch (code) {
      case "400" -> hasBody;
      case "401" -> !open || route.path().startsWith("/auth/");
      case "403" -> !open || route.path().equals("/auth/register");
      case "404" -> route.path().contains("{");
      case "409" -> !read;
      case "413", "415", "507" -> upload;
      case "416" -> gives != null && isFile(gives);
      case "412" -> route.verb().equals("PATCH") || route.verb().equals("DELETE");
      default -> true;
    };
  }

  private static boolean isVersioned(Method method) {
    Gives gives = method.getAnnotation(Gives.class);
    return gives != null && gives.versioned() && gives.value() != Void.class;
  }

  private static String[] consumed(Method method) {
    Consumes own = method.getAnnotation(Consumes.class);
    Consumes ofClass = method.getDeclaringClass().getAnnotation(Consumes.class);
    Consumes said = own == null ? ofClass : own;
    return said == null ? new String[] {"application/json"} : said.value();
  }

  private static String produced(Method method) {
    Produces own = method.getAnnotation(Produces.class);
    return own == null ? MediaType.APPLICATION_JSON : own.value()[0];
  }

  // `changeMe` of AccountsResource reads "Change me (accounts)"
  private static String summary(Method method) {
    String words = method.getName().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    String noun =
        method.getDeclaringClass().getSimpleName().replace("Resource", "").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " (" + noun + ")";
  }
}
